"""Where things are said to be: places with coordinates, from a gazetteer and what the page says around them."""
