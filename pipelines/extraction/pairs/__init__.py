"""Names and numbers paired by their order: A、B和C分别为x、y和z; years; changes in the order of levels."""
