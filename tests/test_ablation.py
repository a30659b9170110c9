"""The benchmark of post-processing leaves out one step at a time and puts it back; no model is
loaded."""

from __future__ import annotations

from benchmarks import postprocess


def test_every_step_and_rule_has_a_name_of_its_own() -> None:
    """Else two rows of the table could not be told apart."""
    names = [name for name, _ in postprocess.members()]
    assert len(names) == len(set(names)) > 40


def test_what_is_left_out_comes_back() -> None:
    """Also when measuring fails."""
    module, name = postprocess.LISTS[0]
    whole = getattr(module, name)
    try:
        with postprocess.without(module, name, 1):
            assert getattr(module, name) == (whole[0], *whole[2:])
            raise ValueError
    except ValueError:
        assert getattr(module, name) == whole
