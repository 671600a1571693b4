"""A stand-in for Keras; see the stand-in of TensorFlow."""

from tensorflow import install

install(__name__)
