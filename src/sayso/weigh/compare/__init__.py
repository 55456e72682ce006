"""Two claims → the same, opposed, in tension, a rise, or different, with reasons."""
