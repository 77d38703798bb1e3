"""The words of everything that is printed or passed on of the register."""
