#!/usr/bin/python3
"""xdot's widget on a graph, in a window of 1600 x 1000: the peer of picture_open.

    xdotpeer.py FILE         a line "painted" once the first frame with the graph is on the screen
    xdotpeer.py FILE --pan   the median of frames while the view is moved, in milliseconds
"""

import statistics
import sys
import time

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402
from xdot.ui import DotWidget  # noqa: E402

PANS = 40
DISTANCE = 10


class Window:
    def __init__(self, path):
        self.widget = DotWidget()
        window = Gtk.Window()
        window.set_default_size(1600, 1000)
        window.add(self.widget)
        with open(path, "rb") as file:
            self.widget.set_dotcode(file.read())
        self.drawn = 0
        self.widget.connect_after("draw", self.on_drawn)
        self.widget.connect("size-allocate", lambda *unused: self.widget.zoom_to_fit())
        window.show_all()

    def on_drawn(self, *unused):
        self.drawn += 1
        return False

    def frame(self):
        """Runs the main loop until another frame has been drawn and flushed."""
        before = self.drawn
        self.widget.queue_draw()
        while self.drawn == before:
            Gtk.main_iteration_do(True)
        self.widget.get_display().sync()

    def pan(self):
        times = []
        for number in range(PANS):
            began = time.perf_counter()
            x, y = self.widget.get_current_pos()
            step = DISTANCE / self.widget.zoom_ratio * (1 if number // 20 % 2 else -1)
            self.widget.set_current_pos(x + step, y + step)
            self.frame()
            times.append((time.perf_counter() - began) * 1000)
        return statistics.median(times)


def main():
    window = Window(sys.argv[1])
    window.frame()
    if "--pan" in sys.argv[2:]:
        print(f"{window.pan():.4f}")
    else:
        print("painted", flush=True)


if __name__ == "__main__":
    main()
