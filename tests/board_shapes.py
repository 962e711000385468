"""The shapes that boards document, typed from their pages as JSON Schema: names, types, words and limits."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
ANY_TEXT = {"type": "string"}
URL = {"type": "string", "pattern": "^https?://"}
TIME = {"type": "integer", "minimum": 1_000_000_000_000}


def closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": required | (optional or {}),
        "additionalProperties": False,
    }


def some(item: dict[str, Any], **bounds: int) -> dict[str, Any]:
    return {"type": "array", "items": item, **bounds}


def one_of(*words: str) -> dict[str, Any]:
    return {"enum": list(words)}


MONEY = closed(
    {"amount": {"type": "string", "pattern": r"^\d+(\.\d\d)?$"}, "currencyCode": {"pattern": "^[A-Z]{3}$"}}
)

LINKEDIN = closed(
    {
        "elements": some(
            closed(
                {
                    "integrationContext": {"type": "string", "pattern": r"^urn:li:organization:\d+$"},
                    "externalJobPostingId": TEXT | {"maxLength": 75},
                    "jobPostingOperationType": one_of("CREATE", "UPDATE", "RENEW", "CLOSE"),
                    "title": TEXT | {"maxLength": 200},
                    "description": {"type": "string", "minLength": 100, "maxLength": 25_000},
                    "companyApplyUrl": URL,
                    "listedAt": TIME,
                    "location": TEXT,
                },
                {
                    "listingType": one_of("BASIC", "PREMIUM"),
                    "availability": one_of("PUBLIC", "PRIVATE_TO_ATS_INTEGRATION"),
                    "posterEmail": {"type": "string", "pattern": "@"},
                    "expireAt": TIME,
                    "alternateLocations": some(TEXT, minItems=2, maxItems=7),
                    "workplaceTypes": some(one_of("On-site", "Hybrid", "Remote"), minItems=1, maxItems=1),
                    "employmentStatus": one_of(
                        "FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP", "TEMPORARY", "VOLUNTEER"
                    ),
                    "compensation": closed(
                        {
                            "compensations": some(
                                closed(
                                    {
                                        "period": one_of(
                                            "YEARLY", "MONTHLY", "SEMIMONTHLY", "BIWEEKLY", "WEEKLY", "DAILY", "HOURLY"
                                        ),
                                        "type": one_of(
                                            "BASE_SALARY", "TIPS", "COMMISSION", "PROFIT_SHARING", "STOCK_OPTIONS",
                                            "STOCK", "BONUS", "SIGN_ON_BONUS", "OVER_TIME", "OTHER",
                                        ),
                                        "value": {
                                            "oneOf": [
                                                closed({"range": closed({"start": MONEY, "end": MONEY})}),
                                                closed({"exactAmount": MONEY}),
                                            ]
                                        },
                                    }
                                ),
                                minItems=1,
                            )
                        }
                    ),
                },
            ),
            minItems=1,
            maxItems=100,
        )
    }
)  # fmt: skip

TREE = {"parent_id": {"type": ["integer", "null"]}, "child_ids": some({"type": "integer"})}

GREENHOUSE = closed(
    {
        "title": TEXT,
        "updated_at": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
        "requisition_id": TEXT,
        "location": closed({"name": TEXT}),
        "absolute_url": URL,
        "content": {"type": "string", "pattern": "^[^<>]+$"},
        "departments": some(closed({"name": TEXT, **TREE})),
        "offices": some(closed({"name": TEXT, "location": TEXT, **TREE})),
        "pay_input_ranges": some(
            closed(
                {
                    "min_cents": {"type": "integer", "minimum": 1},
                    "max_cents": {"type": "integer", "minimum": 1},
                    "currency_type": {"pattern": "^[A-Z]{3}$"},
                    "title": TEXT,
                    "blurb": ANY_TEXT,
                }
            )
        ),
    },
    {"language": TEXT, "metadata": {"type": ["array", "null"]}},
)

TWINS = {
    f"{name}{twin}": ANY_TEXT
    for name in ("opening", "description", "descriptionBody", "additional")
    for twin in ("", "Plain")
}

LEVER = closed(
    {
        "text": TEXT,
        "categories": closed(
            {"location": TEXT, "allLocations": some(TEXT, minItems=1)},
            {"commitment": TEXT, "team": TEXT, "department": TEXT},
        ),
        "country": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"},
        **TWINS,
        "lists": some(closed({"text": TEXT, "content": {"type": "string", "pattern": "^<li>.*</li>$"}})),
        "hostedUrl": URL,
        "applyUrl": URL,
        "workplaceType": one_of("unspecified", "on-site", "remote", "hybrid"),
    },
    {
        "salaryRange": closed(
            {
                "currency": {"pattern": "^[A-Z]{3}$"},
                "interval": one_of(
                    "per-year-salary", "per-month-salary", "per-week-salary", "per-day-wage", "per-hour-wage"
                ),
                "min": {"type": "number"},
                "max": {"type": "number"},
            }
        ),
        "salaryDescription": ANY_TEXT,
        "salaryDescriptionPlain": ANY_TEXT,
    },
)

RESUME = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "type": "object",
    "properties": {
        **dict.fromkeys(("title", "company", "type", "description", "salary", "experience"), ANY_TEXT),
        "date": {"type": "string", "pattern": r"^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$"},
        "location": closed(
            {}, dict.fromkeys(("address", "postalCode", "city", "countryCode", "region"), ANY_TEXT)
        ),
        "remote": one_of("Full", "Hybrid", "None"),
        "responsibilities": some(ANY_TEXT),
        "qualifications": some(ANY_TEXT),
        "skills": some({"type": "object"}),
        "meta": {"type": "object", "properties": {"lastModified": ANY_TEXT}},
    },
    "additionalProperties": False,
}
"""Its own schema lets other fields pass; a field that it does not name would be a slip of ours."""
RESUME["properties"]["location"].pop("required")  # type: ignore[index] # draft 4 wants one name there at the least
