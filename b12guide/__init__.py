"""B12 Guide: what a patient-education chatbot about vitamin B12 injections knows and says."""
