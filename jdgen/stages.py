"""The stages of a company: their names, and how people spell them."""

STAGES = ("startup", "scaleup", "enterprise")
"""In the order in which companies pass through them."""


def stage_name(text: str) -> str:
    """Returns `text` as stages are spelled here: `Scale-up` is `scaleup`."""
    return text.lower().replace("-", "").replace(" ", "")
