"""A right block of every kind of figure, for tests to make one thing wrong in it."""

ICONS = """
/// icons | It happened
    events: 14
    people: 1000
    filled: it happened to them
    empty: it did not happen to them
    source: smith2020

Of 1,000 people, it happened to 14.
///
"""

COMPARE = """
/// compare | It got worse
    people: 100
    a: People with the one
    a-events: 5
    b: People with the other
    b-events: 62
    filled: It got worse
    empty: It did not get worse
    source: smith2020

Of 100 people, it got worse in 5 with the one and in 62 with the other.
///
"""

RISK = """
/// risk | They came back
    events: 30
    people: 43
    source: smith2020

Of 43 women, 30 (70%) had them again.
///
"""

SCALE = """
/// scale | The scale
    from: 0
    to: 10
    step: 0.5

- 0: No signs
- 1 to 4.5: You walk without help
- 6: You need a stick
///
"""

STEPS = """
/// steps | Steps 1 to 2
    duration: It takes 5 to 15 days.
    time: 5 to 15 days

1. First
2. Second
///
"""

CALENDAR = """
/// calendar | Check-ups
    months: 36
    axis: Months after the transplant

- 0 to 24: Check-ups in the first 2 years
- 6: A picture after 6 months
- every 12 from 18: After that, a picture once a year
///
"""

EVERY = (ICONS, COMPARE.replace("100", "1000"), SCALE, STEPS, CALENDAR)
"""One of each kind that may stand in one leaflet."""
