"""Honest chains score full marks; false ones are refused where they go wrong."""

from fractions import Fraction

import pytest

from autograder.proof import (
    CONVEXITY_PROOF,
    GIBBS_PROOF,
    chain_to_latex,
    check_chain,
    claims,
    kl_form,
    sign,
)

from .chains import FALSE, HONEST, LOG_LE, START, TO_LINE


@pytest.mark.parametrize("name", HONEST)
def test_honest_chains_are_complete(name):
    goal, chain = HONEST[name]
    for seed in range(5):
        verdict = check_chain(chain, goal, seed=seed)
        assert verdict.complete, verdict.message
        assert verdict.credit == 1
        assert verdict.fault is None
        assert all(step.accepted for step in verdict.steps)


@pytest.mark.parametrize("name", FALSE)
def test_false_chains_are_refused_at_their_fault(name):
    goal, chain, fault, credit, word = FALSE[name]
    for seed in range(3):
        verdict = check_chain(chain, goal, seed=seed)
        assert not verdict.complete
        assert verdict.fault == fault, verdict.message
        assert word in verdict.message
        assert verdict.credit == Fraction(credit)


def test_there_are_enough_of_both():
    gibbs = [chain for goal, chain in HONEST.values() if goal is GIBBS_PROOF]
    assert len(gibbs) >= 6
    assert len(FALSE) >= 30


def test_a_false_step_is_answered_with_a_distribution_where_it_fails():
    _, chain, *_ = FALSE["S(q) taken as 1"]
    step = check_chain(chain, GIBBS_PROOF).steps[3]
    example = step.counterexample
    p, q = example.distributions["p"], example.distributions["q"]
    assert sum(p) == sum(q) == 1
    assert sum(b for a, b in zip(p, q, strict=True) if a > 0) < 1
    assert example.left < example.right == 0
    assert "P = (" in step.reason and "Q = (" in step.reason


def test_a_false_inequality_is_answered_with_a_point_where_it_is_false():
    chain = [START, ("<=", "2*" + START[1:] + "*(-1)", "log_le", *LOG_LE)]
    example = check_chain(chain, GIBBS_PROOF).steps[0].counterexample
    assert example.left > example.right
    p, q = example.distributions["p"], example.distributions["q"]
    assert sign(kl_form(p, q)) > 0


def test_a_true_inequality_with_the_wrong_lemma_says_what_the_lemma_gives():
    verdict = check_chain([START, ("<=", "0", "log_le", *LOG_LE)], GIBBS_PROOF)
    assert "the lemma's two sides differ by" in verdict.steps[0].reason


def test_every_step_is_judged_also_after_a_refused_one():
    chain = [START, ("=", "1", "algebra"), ("=", "S(p)", "normalisation"), ("<=", "0", "x")]
    verdict = check_chain(chain, GIBBS_PROOF)
    assert [s.accepted for s in verdict.steps] == [False, True, False]
    assert [s.number for s in verdict.steps] == [1, 2, 3]


def test_the_same_seed_gives_the_same_verdict():
    _, chain, *_ = FALSE["wrong weight"]
    assert check_chain(chain, GIBBS_PROOF, seed=7) == check_chain(chain, GIBBS_PROOF, seed=7)


def test_points_depend_on_the_chain_so_that_they_cannot_be_fitted():
    from autograder.proof.chain import _digest
    from autograder.proof.reading import read_chain

    one = read_chain([START, ("=", "0", "algebra")])
    two = read_chain([START, ("=", "0 ", "algebra")])
    assert _digest(one, 0) != _digest(two, 0)


def test_both_forms_read_alike():
    _, chain = HONEST["Jensen, from KL down, as a dict"]
    as_list = [chain["start"]] + [
        (s["rel"], s["expr"], s["by"], *(f"{k} = {s[k]}" for k in ("x", "w", "e") if k in s)) for s in chain["steps"]
    ]
    assert check_chain(as_list, GIBBS_PROOF).complete


def test_padding_and_idle_lemmas_buy_no_credit():
    honest_part = [START, TO_LINE]
    padding = [("=", f"S(p*(q/p - 1)) + {k} - {k}", "algebra") for k in range(10)]
    end = [("<=", "0", "algebra")]
    bare = check_chain(honest_part + end, GIBBS_PROOF).credit
    assert check_chain(honest_part + padding + end, GIBBS_PROOF).credit == bare


def test_a_move_towards_the_end_earns_a_quarter():
    chain = [START, ("<=", "S(q - p)/2 - S(p*log(p/q))/2", "log_le", "x = q/p", "w = p/2")]
    assert check_chain(chain, GIBBS_PROOF).credit == Fraction(1, 4)


def test_the_rendered_chain_has_a_mark_for_every_step():
    for goal, chain, *_ in [*HONEST.values(), *FALSE.values()]:
        verdict = check_chain(chain, goal)
        latex = chain_to_latex(verdict)
        assert latex.count(r"\checkmark") == sum(s.accepted for s in verdict.steps)
        assert latex.count(r"\times") == sum(not s.accepted for s in verdict.steps)
        assert latex.count("{") == latex.count("}")
        assert latex.count(r"\left") == latex.count(r"\right")
        assert "import" not in latex and "<" not in latex


def test_convexity_says_its_conditions():
    assert "positive" in CONVEXITY_PROOF.setting.conditions


def test_messages_are_short_whatever_the_chain():
    giant = "p" * 10**6
    for chain in (
        giant, [giant, giant], [giant, (giant, giant, giant)], [START, ("<=", giant, giant)],
        [START, ("<=", "0", "log_le", f"x = {giant}", "w = p")],
        [START, ("<=", "0", "log_sum", "a = " + "p," * 10**5, "b = q")],
        {"start": START, "steps": [{"rel": "=", "expr": "0", "by": giant, giant: giant}]},
        {giant: 1}, {1: 2}, [START, {"rel": [], "expr": {}, "by": ()}], [[]], [(), ()],
        [START, [[]] * 5],
    ):  # fmt: skip
        verdict = check_chain(chain, GIBBS_PROOF)
        assert verdict.credit == 0
        texts = [verdict.message, *(s.reason for s in verdict.steps)]
        assert max(map(len, texts)) < 700


def test_claims_and_chains_share_no_state():
    # a claim between two checks changes nothing
    goal, chain = HONEST["Jensen, merged"]
    before = check_chain(chain, goal)
    claims.equal_pair((["1/2", "1/2"], ["1/3", "2/3"]))
    assert check_chain(chain, goal) == before
