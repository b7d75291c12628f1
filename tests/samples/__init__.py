"""The invented sample reports of raw/ and the truth about them."""
