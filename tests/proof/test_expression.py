"""The language of chains: what parses, what it is worth, what is visible, how it renders."""

import time
from fractions import Fraction

import pytest

from autograder.proof import (
    CONVEXITY,
    GIBBS,
    GIBBS_PROOF,
    SELF,
    ProofError,
    check_chain,
    parse,
    to_latex,
    visibly_nonnegative,
    visibly_positive,
)
from autograder.proof.evaluate import UndefinedError, Value, evaluate
from autograder.proof.setting import draw_points, point

HALF = Fraction(1, 2)
AT = point(GIBBS, [((1, 0, 1), (1, 1, 1))], HALF)


@pytest.mark.parametrize(
    ("text", "rational", "logs"),
    [
        ("1 + 2*3", 7, {}),
        ("(1 + 2)*3", 9, {}),
        ("1 - 2 - 3", -4, {}),
        ("12/2/3", 2, {}),
        ("-2*3", -6, {}),
        ("2 - -3", 5, {}),
        ("S(p)", 1, {}),
        ("S(1)", 2, {}),
        ("All(1)", 3, {}),
        ("S(q)", Fraction(2, 3), {}),
        ("S(p*All(q*q))", Fraction(1, 3), {}),
        ("S(p*log(p/q))", 0, {Fraction(3, 2): 1}),
        ("log(2) - log(2)", 0, {}),
        ("0*log(3)", 0, {}),
        ("log(1)", 0, {}),
        ("1 - log(3)/2", 1, {Fraction(3): -HALF}),
    ],
)
def test_values_are_exact(text, rational, logs):
    assert evaluate(parse(text, GIBBS), AT) == Value(Fraction(rational), logs)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("All(log(p))", r"log\(p\) takes the logarithm of 0"),
        ("log(S(q) - 1)", "negative"),
        ("1/(S(p) - 1)", "divides by 0"),
        ("log(2)*log(3)", "two logarithms"),
        ("1/log(2)", "divides by a logarithm"),
        ("log(log(2))", "logarithm of a logarithm"),
    ],
)
def test_undefined_values_are_refused(text, reason):
    with pytest.raises(UndefinedError, match=reason):
        evaluate(parse(text, GIBBS), AT)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("S(p", "closing bracket"),
        ("S(p))", "never opened"),
        ("S p", "brackets"),
        ("p*q", "one outcome"),
        ("S(p)*q", "one outcome"),
        ("S(p q)", "closing bracket"),
        ("2 S(p)", "operator"),
        ("S(r)", "unknown name"),
        ("S(ln(p))", "unknown name"),
        ("S(p^2)", "powers"),
        ("S(p**2)", "powers"),
        ("0.5*S(p)", "decimal"),
        ("S(p) = 1", "comparison"),
        ("S(p) \u2212 1", "minus"),
        ("1 + ", "missing"),
        ("*1", "cannot stand"),
        ("1234567890", "9 digits"),
        ("\u0661", "cannot stand"),
        ("S(p).real", "decimal"),
        ("lambda: 0", "unknown name"),
        ("'1'", "cannot stand"),
        ("[1]", "cannot stand"),
        ("S(p; q)", "closing"),
        ("S(S(S(S(p))))", "3 sums"),
        ("(" * 26 + "1" + ")" * 26, "25 levels"),
        ("-" * 299 + "1", "25 levels"),
        ("1+" * 200, "characters"),
        (b"1", "bytes"),
        (None, "NoneType"),
        (0, "int"),
    ],
)
def test_other_texts_are_refused(text, reason):
    with pytest.raises(ProofError, match=reason) as caught:
        parse(text, GIBBS)
    assert "Error" not in str(caught.value)


def test_an_error_points_at_its_place():
    with pytest.raises(ProofError, match=r"at character 9 \(x\)"):
        parse("S(p) + \tx", GIBBS)


def test_names_belong_to_the_setting():
    parse("lam*S(p1) + (1-lam)*S(q2)", CONVEXITY)
    with pytest.raises(ProofError, match="p1, q1, p2, q2, lam"):
        parse("S(p)", CONVEXITY)
    with pytest.raises(ProofError, match="names here are p, log"):
        parse("S(q)", SELF)


@pytest.mark.parametrize(
    ("text", "support", "everywhere"),
    [
        ("1", "positive", "positive"),
        ("0", "non-negative", "non-negative"),
        ("-1", "", ""),
        ("2 - 1", "positive", "positive"),
        ("p", "positive", "non-negative"),
        ("q", "positive", "non-negative"),
        ("1 + q", "positive", "positive"),
        ("q/p", "positive", ""),
        ("p*q/2", "positive", "non-negative"),
        ("p/(1 + q)", "positive", "non-negative"),
        ("0*p", "non-negative", "non-negative"),
        ("q - p", "", ""),
        ("1 - p", "", ""),
        ("-p", "", ""),
        ("--p", "", ""),
        ("log(2)", "", ""),
        ("p*log(2)", "", ""),
        ("S(q)", "positive", "positive"),
        ("All(q)", "positive", "positive"),
        ("All(q/p)", "", ""),
        ("S(q - p)", "", ""),
    ],
)
def test_what_is_visible(text, support, everywhere):
    node = parse(text, GIBBS, per_outcome=True)
    for over, expected in (("S", support), ("All", everywhere)):
        assert visibly_nonnegative(node, GIBBS, over) == (expected != "")
        assert visibly_positive(node, GIBBS, over) == (expected == "positive")


def test_the_rest_of_a_weight_is_visible():
    assert visibly_positive(parse("(1 - lam)*p2", CONVEXITY, per_outcome=True), CONVEXITY)
    assert not visibly_nonnegative(parse("(lam - 1)*p2", CONVEXITY, per_outcome=True), CONVEXITY)


@pytest.mark.parametrize("setting", [GIBBS, SELF, CONVEXITY])
def test_what_is_visible_holds_at_points(setting):
    names = setting.distributions + setting.weights
    texts = [f"{a}*{b}/(1+{c})" for a in names for b in names for c in names]
    for text in texts:
        node = parse(text, setting, per_outcome=True)
        for at in draw_points(setting, "visible"):
            for i in range(at.size):
                value = evaluate(node, at, i).rational
                assert value >= 0 or not visibly_nonnegative(node, setting, "All")
                if i in at.support:
                    assert value > 0 or not visibly_positive(node, setting, "S")


@pytest.mark.parametrize("setting", [GIBBS, SELF, CONVEXITY])
def test_points_are_legal(setting):
    points = draw_points(setting, "x")
    for at in points:
        for pair in setting.pairs:
            p, q = at.distributions[pair[0]], at.distributions[pair[-1]]
            assert sum(p) == sum(q) == 1
            assert all(b > 0 for a, b in zip(p, q, strict=True) if a > 0)
            assert setting.zeros or min(p + q) > 0
        assert all(0 < w < 1 for w in at.weights.values())
    if setting.zeros:
        assert any(0 in at.distributions["p"] for at in points)
    assert draw_points(setting, "x") == points != draw_points(setting, "y")


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("S(p)", r"\sum_{i:\,p_{i}>0} p_{i}"),
        ("All(q) - 1", r"\left(\sum_{i} q_{i}\right) - 1"),
        ("All(q - p)", r"\sum_{i} \left(q_{i} - p_{i}\right)"),
        ("All(p*(q/p))", r"\sum_{i} p_{i}\,\frac{q_{i}}{p_{i}}"),
        ("-log(1/2)", r"-\log\left(\frac{1}{2}\right)"),
        ("2*3", r"2\cdot 3"),
        ("1 - (2 - 3)", r"1 - \left(2 - 3\right)"),
        ("1 - -2", r"1 - \left(-2\right)"),
        ("All(p)*2", r"\left(\sum_{i} p_{i}\right)\cdot 2"),
    ],
)
def test_expressions_render(text, latex):
    assert to_latex(parse(text, GIBBS), GIBBS) == latex


START = "-S(p*log(p/q))"
BLOW_UPS = {
    "a product of sums": "*".join(["S(q/p)"] * 42),
    "a product of names": "S(" + "*".join(["p"] * 147) + ")",
    "a quotient of names": "S(" + "/".join(["p"] * 147) + ")",
    "large integers": "*".join(["999999999"] * 29),
    "sums inside sums": "S(p+S(q/(p+S(q/(p+q)))))*S(p+S(q/(p+S(q/(p+q)))))",
    "a product of brackets": "S(" + "*".join(["(p/q+q/p)"] * 29) + ")",
    "many logarithms": "S(" + "+".join(f"log({k}+p*q)" for k in range(10, 32)) + ")",
    "a logarithm of a product": "log(" + "*".join(["S(q/p)"] * 40) + ")",
}


@pytest.mark.parametrize("name", BLOW_UPS)
def test_expressions_cannot_blow_up(name):
    text = BLOW_UPS[name]
    steps = [("=", text + " " * (k % 3), "algebra") for k in range(10)]
    begun = time.process_time()
    check_chain([START, *steps], GIBBS_PROOF)
    # measured 0.3 s; the limit leaves room for slow machines
    assert time.process_time() - begun < 5


def test_lemmas_cannot_blow_up():
    wide = "a = " + ",".join(["*".join(["(p+q)"] * 40)] * 8)
    wider = "b = " + ",".join(["*".join(["(p+2*q)"] * 36)] * 8)
    step = ("<=", "0", "log_sum", wide, wider)
    begun = time.process_time()
    verdict = check_chain([START, step], GIBBS_PROOF)
    assert not verdict.complete
    verdict = check_chain([START] + [step] * 30, GIBBS_PROOF)
    assert "characters" in verdict.message
    assert time.process_time() - begun < 10
