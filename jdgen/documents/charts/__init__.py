"""Charts as inline SVG: direct labels, legible in black and white, a text alternative that says the same."""

from jdgen.documents.charts.coverage import coverage_chart
from jdgen.documents.charts.day import day_chart
from jdgen.documents.charts.heat import heat_map
from jdgen.documents.charts.intervals import interval_plot
from jdgen.documents.charts.owners import owners_chart
from jdgen.documents.charts.weights import weights_chart

__all__ = ["coverage_chart", "day_chart", "heat_map", "interval_plot", "owners_chart", "weights_chart"]
