// Bulletins
