"""The encoder: built once from published weights and what it was taught, read by ONNX Runtime."""
