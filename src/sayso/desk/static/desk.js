// The desk without script is whole; this only adds what a page cannot do alone.
