"""What runs inside Rasa: graph components, the safety policy, the importer, the tracker store."""
