"""腾出空间: originals that other laptops hold, who holds them, and what stays."""
