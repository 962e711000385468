"""Documents made, in every format, by a process that gets ready while another one still reads."""

from jdgen.press.order import Made, Order, press, warm

__all__ = ["Made", "Order", "press", "warm"]
