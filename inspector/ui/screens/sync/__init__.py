"""同步: take in what other laptops wrote, settle what people left open, send what they lack."""
