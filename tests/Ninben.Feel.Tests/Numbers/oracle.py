# Evaluates postfix expressions, one a line, with decimal128 as its context: 34 digits, halves to even.
import sys
from decimal import (Context, Decimal, DivisionByZero, InvalidOperation, Overflow, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
                     ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP)
from fractions import Fraction

CONTEXT = Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, clamp=1, traps=[DivisionByZero, InvalidOperation, Overflow])
WIDE = Context(prec=13000, rounding=ROUND_HALF_EVEN, Emin=-20000, Emax=20000, traps=[DivisionByZero, InvalidOperation, Overflow])
POWERS = Context(prec=90, rounding=ROUND_HALF_EVEN, Emin=-20000, Emax=20000, traps=[DivisionByZero, InvalidOperation, Overflow])
ROUNDINGS = {"half-even": ROUND_HALF_EVEN, "half-up": ROUND_HALF_UP, "half-down": ROUND_HALF_DOWN, "up": ROUND_UP, "down": ROUND_DOWN,
             "floor": ROUND_FLOOR, "ceiling": ROUND_CEILING}


def modulo(x, y):
    rest = Fraction(x) % Fraction(y)
    return CONTEXT.divide(Decimal(rest.numerator), Decimal(rest.denominator))


def power(x, y):
    # The module's own power may be wrong by one in the last digit, so it is worked out with more digits.
    return CONTEXT.plus(POWERS.power(x, y))


def rounded(x, scale, way):
    unit = Decimal(1).scaleb(-int(scale), WIDE)
    if x.as_tuple().exponent >= -int(scale):
        return x
    wide = WIDE.copy()
    wide.rounding = ROUNDINGS[way]
    return CONTEXT.plus(x.quantize(unit, context=wide))


def evaluate(line):
    stack = []
    for token in line.split():
        if token in ("+", "-", "*", "/", "**", "modulo") or token in ROUNDINGS:
            y, x = stack.pop(), stack.pop()
            if token == "+": stack.append(CONTEXT.add(x, y))
            elif token == "-": stack.append(CONTEXT.subtract(x, y))
            elif token == "*": stack.append(CONTEXT.multiply(x, y))
            elif token == "/": stack.append(CONTEXT.divide(x, y))
            elif token == "**": stack.append(Decimal(1) if y == 0 else power(x, y))
            elif token == "modulo": stack.append(modulo(x, y))
            else: stack.append(rounded(x, y, token))
        elif token == "negate": stack.append(CONTEXT.minus(stack.pop()))
        elif token == "abs": stack.append(CONTEXT.abs(stack.pop()))
        elif token == "sqrt": stack.append(CONTEXT.sqrt(stack.pop()))
        elif token == "exp": stack.append(CONTEXT.exp(stack.pop()))
        elif token == "log":
            x = stack.pop()
            if x <= 0: raise InvalidOperation
            stack.append(CONTEXT.ln(x))
        else: stack.append(CONTEXT.create_decimal(token))
        # Zero to a negative power is infinite without a signal.
        if not stack[-1].is_finite(): raise InvalidOperation
    return str(stack.pop())


for line in sys.stdin:
    try:
        print(evaluate(line))
    except (InvalidOperation, DivisionByZero, Overflow, ZeroDivisionError):
        print("null")
