"""Sentence vectors and the tuned reader: built once from published weights, read by ONNX Runtime."""
