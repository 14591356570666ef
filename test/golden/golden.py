"""Makes formulas.json: every formula of the core on a grid, by another method than the core's own.

Run with Python 3.11, mpmath 1.3 and SciPy 1.17:  python3 golden.py > formulas.json, then biome format --write .
Closed forms of the core are worked out here by enumeration, recursion with fractions, inclusion and exclusion, numerical
integration of the equations of motion, quadrature, or search; nothing is taken from the core. `tolerance` is relative (and
absolute below 1) and says how exact the method here is.
"""
import json
import math
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product

import mpmath as mp
import numpy as np
from scipy.integrate import quad, solve_ivp
from scipy.optimize import brentq, fsolve, minimize_scalar
from scipy.stats import binom

mp.mp.dps = 40
R, MU = 6371.0, 398600.4418
GROUPS = []


def group(name, method, tolerance, cases):
    GROUPS.append({"name": name, "method": method, "tolerance": tolerance, "cases": [{"in": list(i), "out": out(o)} for i, o in cases]})


def out(value):
    if isinstance(value, dict):
        return {key: out(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [out(each) for each in value]
    return float(value)


def fraction(x):
    return Fraction(str(x))


# --- one warhead ---------------------------------------------------------------------------------------------------
def killed_by_any(p, n):
    """Adds up every sequence of hits and misses with a hit in it."""
    total = Fraction(0)
    for shots in product((0, 1), repeat=n):
        if any(shots):
            chance = Fraction(1)
            for hit in shots:
                chance *= p if hit else 1 - p
            total += chance
    return total


PS = (0.25, 0.5, 0.53, 0.56, 0.8)
group("killProbability", "sum over all sequences of hits and misses", 1e-12,
      [((p, n), killed_by_any(fraction(p), n)) for p in PS for n in range(0, 8)])
group("killOfShots", "mean over a target with one shot more or not", 1e-12,
      [((p, s), (1 - (fraction(s) - int(s))) * killed_by_any(fraction(p), int(s)) + (fraction(s) - int(s)) * killed_by_any(fraction(p), int(s) + 1))
       for p in PS for s in (0, 0.3, 1.5, 2.25, 4.75)])
group("requiredKill", "bisection of K^W = P0", 1e-12,
      [((p0, w), mp.findroot(lambda k: k ** w - p0, (mp.mpf("1e-6"), 1), solver="anderson", tol=1e-30)) for p0 in (0.5, 0.8, 0.95) for w in (1, 4, 20, 100)])
group("requiredShots", "root of Pt (1 - (1 - p)^n) = K", 1e-10,
      [((k, p, t), brentq(lambda n: t * (1 - (1 - p) ** n) - k, 0, 200, xtol=1e-13))
       for k in (0.5, 0.8, 0.9) for p in (0.3, 0.56, 0.8) for t in (0.95, 1)])
group("leakDistribution", "SciPy's binomial distribution", 1e-11,
      [((w, k), [binom.pmf(i, w, 1 - k) for i in range(w + 1)]) for w in (1, 5, 11) for k in (0.2, 0.7, 0.9625)])


def salvo_with_look(p, first, second, at_survivors, at_dead):
    kill, shots = Fraction(0), Fraction(0)
    for hits in product((0, 1), repeat=first):
        chance = math.prod([p if hit else 1 - p for hit in hits], start=Fraction(1))
        dead = any(hits)
        fires = at_dead if dead else at_survivors
        kill += chance * (1 if dead else fires * killed_by_any(p, second))
        shots += chance * (first + fires * second)
    return {"kill": kill, "shotsExpected": shots}


group("shootLookShootImperfect", "sum over all outcomes of the first salvo", 1e-12,
      [((p, a, b, s, d), salvo_with_look(fraction(p), a, b, fraction(s), fraction(d)))
       for p in (0.5, 0.56, 0.8) for a, b in ((1, 1), (2, 2), (1, 3)) for s, d in ((1, 0), (0.9, 0.2))])
group("layeredKill", "sum over the layer that kills first", 1e-12,
      [((list(ks),), sum(fraction(k) * math.prod([1 - fraction(j) for j in ks[:i]], start=Fraction(1)) for i, k in enumerate(ks)))
       for ks in ((0.5, 0.5), (0.7, 0.7, 0.7), (0.8064, 0.84), (0.1, 0.9, 0.3, 0.6))])


group("warheadKill", "sum over tracked or lost, killed or missed", 1e-12,
      [((t, k), sum(fraction(pt) * fraction(pk) for pt, tracked in ((t, 1), (str(1 - fraction(t)), 0)) for pk, hit in ((k, 1), (str(1 - fraction(k)), 0)) if tracked and hit))
       for t in (0, 0.5, 0.9, 1) for k in (0, 0.5625, 1)])


def none_leaks(chances, common):
    """Adds up every outcome of each warhead by itself in which all are killed, times the common fault that did not come."""
    total = Fraction(0)
    for killed in product((0, 1), repeat=len(chances)):
        if all(killed):
            total += math.prod([c if hit else 1 - c for c, hit in zip(chances, killed)], start=Fraction(1))
    return total * common


group("noLeakIndependent", "sum over every outcome of each warhead by itself", 1e-12,
      [((k, w), none_leaks([fraction(k)] * w, Fraction(1))) for k in (0, 0.5, 0.9577, 1) for w in (1, 4, 10)])
group("noLeakCommonMode", "the same, times the common fault that did not come", 1e-12,
      [((c, k, w), none_leaks([fraction(k)] * w, fraction(c))) for c in (0, 0.9, 1) for k in (0.5, 0.9577) for w in (1, 4, 10)])
group("withCommonMode", "mean over both outcomes of the common fault", 1e-12,
      [((a, w, c), sum(fraction(p) * n for p, n in ((c, fraction(a)), (str(1 - fraction(c)), fraction(w))))) for a, w in ((0.41, 11), (3.5, 213.43)) for c in (0, 0.9, 1)])
group("shootLookShoot", "sum over all outcomes of the first salvo", 1e-12,
      [((p, a, b), salvo_with_look(fraction(p), a, b, Fraction(1), Fraction(0))) for p in (0.5, 0.56, 0.8) for a, b in ((1, 1), (2, 2), (1, 3), (0, 2))])

# --- an inventory against a raid -----------------------------------------------------------------------------------
def shared_out(objects, interceptors):
    shots = [0] * objects
    for i in range(interceptors):
        shots[i % objects] += 1
    return shots


def survivor_distribution(objects, interceptors, p, t):
    chances = [Fraction(1)]
    for n in shared_out(objects, interceptors):
        leak = 1 - t * (1 - (1 - p) ** n)
        chances = [(chances[k] * (1 - leak) if k < len(chances) else 0) + (chances[k - 1] * leak if k > 0 else 0) for k in range(len(chances) + 1)]
    return chances


INVENTORIES = [(a, m, p, t) for a, m in ((1, 0), (4, 9), (10, 44), (11, 44), (20, 44), (57, 44)) for p, t in ((0.25, 1), (0.56, 0.9), (0.8, 1))]
group("leakersUniform", "mean of the distribution of survivors of shots dealt one by one, in fractions", 1e-11,
      [(i, sum(k * c for k, c in enumerate(survivor_distribution(i[0], i[1], fraction(i[2]), fraction(i[3]))))) for i in INVENTORIES])
group("noLeakUniform", "no survivor in the same distribution", 1e-11,
      [(i, survivor_distribution(i[0], i[1], fraction(i[2]), fraction(i[3]))[0]) for i in INVENTORIES])
group("survivorChances", "the same distribution", 1e-11,
      [(i, survivor_distribution(i[0], i[1], fraction(i[2]), fraction(i[3]))) for i in INVENTORIES if i[0] <= 11])
group("leakersRandom", "binomial sum over the shots that pick one object", 1e-10,
      [((a, m, p, t), a * (1 - t * (1 - sum(mp.binomial(m, k) * mp.mpf(1) / a ** k * (1 - mp.mpf(1) / a) ** (m - k) * (1 - mp.mpf(p)) ** k for k in range(m + 1)))))
       for a, m, p, t in INVENTORIES])
group("noLeakRandom", "inclusion and exclusion over the warheads that are never killed", 1e-9,
      [((a, m, p, t, w), mp.mpf(t) ** w * sum((-1) ** j * mp.binomial(w, j) * (1 - mp.mpf(p) * j / a) ** m for j in range(w + 1)))
       for a, m, p, t in ((4, 9, 0.5, 1), (10, 44, 0.56, 0.9), (20, 60, 0.8, 1)) for w in (1, 3, a)])


def best_plan(looks, objects, interceptors, p):
    @lru_cache(None)
    def value(s, w, m):
        if s == 0 or w == 0:
            return Fraction(w)
        if s == 1:
            return sum(k * c for k, c in enumerate(survivor_distribution(w, m, p, Fraction(1))))
        return min(sum(c * value(s - 1, k, m - n) for k, c in enumerate(survivor_distribution(w, n, p, Fraction(1)))) for n in range(m + 1))
    return value(looks, objects, interceptors)


group("shootLookShootPlan", "recursion over every salvo, in fractions", 1e-11,
      [((s, w, m, p), best_plan(s, w, m, fraction(p))) for s in (1, 2, 3) for w, m in ((1, 3), (3, 5), (5, 12)) for p in (0.5, 0.56, 0.8)])


def passes(raid, layers):
    """Flows of warheads, credible objects and decoys through the layers, each flow by itself."""
    warheads, credible, decoys = (mp.mpf(x) for x in raid)
    for m, p, t, taken in layers:
        shots = mp.mpf(m) / (warheads + credible + decoys * taken)
        low = mp.floor(shots)
        one = lambda n: 1 - (1 - mp.mpf(p)) ** n
        kill = t * ((low + 1 - shots) * one(low) + (shots - low) * one(low + 1))
        warheads, credible, decoys = warheads - warheads * kill, credible - credible * kill, decoys - decoys * taken * kill
    return warheads


LAYERS = [[(44, 0.56, 0.9, 0.4)], [(44, 0.56, 0.9, 0.4), (24, 0.8, 0.95, 0.1)], [(30, 0.5, 1, 1), (40, 0.6, 0.9, 0), (12, 0.7, 0.8, 0.3)]]
group("expectedArriving", "flows of warheads and decoys followed apart, 40 digits", 1e-11,
      [((raid, layers), passes(raid, layers)) for raid in ((10, 0, 0), (20.5, 40, 3), (200, 800, 160)) for layers in LAYERS])


group("noLeakProbability", "flows followed apart; the missed share multiplied once for each warhead", 1e-10,
      [((raid, layers, c), mp.mpf(c) * mp.fprod([1 - passes(raid, layers) / raid[0]] * raid[0])) for raid in ((4, 0, 0), (10, 40, 3), (60, 10, 0)) for layers in LAYERS for c in (0.9, 1)])
group("leak", "one flow without decoys, 40 digits", 1e-11,
      [((n, m, p, t), passes((n, 0, 0), [(m, p, t, 0)])) for n in (9.94, 45.22, 213.43, 789.56) for m in (0, 36, 44, 400) for p, t in ((0.56, 0.9), (0.25, 1))])
SEEN = [(w, d, pww, pdw) for w, d in ((10, 50), (10, 0), (60, 240)) for pww, pdw in ((1, 1), (0.95, 0.1), (0.5, 0.2))]
group("apparentObjects", "mean over what each warhead and each decoy is taken for, one by one", 1e-12,
      [(x, sum([fraction(x[2])] * x[0], Fraction(0)) + sum([fraction(x[3])] * x[1], Fraction(0))) for x in SEEN])


def taken_and_killed(seen, m, p, t):
    """A warhead taken for one gets the whole shots or one more, in the share that makes the mean come out."""
    w, d, pww, pdw = seen
    shots = fraction(m) / (w * fraction(pww) + d * fraction(pdw))
    low = shots.numerator // shots.denominator
    return fraction(pww) * fraction(t) * ((low + 1 - shots) * killed_by_any(fraction(p), low) + (shots - low) * killed_by_any(fraction(p), low + 1))


group("discriminatedKill", "mean over taken or not, tracked or not, one shot more or not, in fractions", 1e-12,
      [(x + (m, p, t), taken_and_killed(x, m, p, t)) for x in SEEN for m in (0, 44) for p, t in ((0.56, 1), (0.8, 0.9))])

# --- flight ----------------------------------------------------------------------------------------------------------
def fly(v, gamma, until):
    """The two-body problem integrated; stops on the ground after `until` seconds at most."""
    ground = lambda t, s: math.hypot(s[0], s[1]) - R if t > 1 else 1
    ground.terminal, ground.direction = True, -1
    top = lambda t, s: s[0] * s[2] + s[1] * s[3]
    top.direction = -1
    pull = lambda t, s: (s[2], s[3], -MU * s[0] / math.hypot(s[0], s[1]) ** 3, -MU * s[1] / math.hypot(s[0], s[1]) ** 3)
    return solve_ivp(pull, (0, until), (0, R, v * math.cos(gamma), v * math.sin(gamma)), method="DOP853", rtol=1e-13, atol=1e-10, events=(ground, top))


def place(state):
    return {"downrangeKm": math.atan2(state[0], state[1]) * R, "altitudeKm": math.hypot(state[0], state[1]) - R}


def speed_needed(gamma, phi):
    """Energy and angular momentum of the orbit that leaves at gamma and comes down phi further on."""
    return math.sqrt(MU / R * (1 - math.cos(phi)) / (math.cos(gamma) * (math.cos(gamma) - math.cos(phi + gamma))))


def least(range_km):
    phi = range_km / R
    high = (math.pi - phi) / 2 * 0.999
    # The minimum is flat: a coarse search, then Newton's condition by central differences in many digits.
    found = minimize_scalar(lambda g: speed_needed(g, phi), bounds=(0.001, high), method="bounded", options={"xatol": 1e-10}).x
    f = lambda g: mp.diff(lambda x: (mp.cos(x) * (mp.cos(x) - mp.cos(phi + x))), g)
    gamma = float(mp.findroot(f, found))
    v = speed_needed(gamma, phi)
    flight = fly(v, gamma, 9000)
    return {"burnoutSpeedKmS": v, "loftAngleDeg": math.degrees(gamma), "apogeeKm": place(flight.y_events[1][0])["altitudeKm"], "flightTimeS": flight.t_events[0][0]}


RANGES = (300, 1000, 3000, 5500, 8000, 10000, 12000, 15000)
group("minimumEnergy", "search for the least speed; apogee and time by integrating the motion (DOP853)", 1e-8, [((r,), least(r)) for r in RANGES])


def lofted(range_km, apogee_km):
    def miss(x):
        flight = fly(x[0], x[1], 20000)
        down = place(flight.y_events[0][0])
        return (down["downrangeKm"] - range_km, place(flight.y_events[1][0])["altitudeKm"] - apogee_km)
    v0 = math.sqrt(2 * MU * apogee_km / (R * (R + apogee_km)))
    guess = (v0 * 1.02, math.atan2(4 * apogee_km, range_km * (1 + apogee_km / R)))
    v, gamma = fsolve(miss, guess, xtol=1e-13)
    assert max(abs(each) for each in miss((v, gamma))) < 1e-5, (range_km, apogee_km)
    return {"burnoutSpeedKmS": v, "loftAngleDeg": math.degrees(gamma), "apogeeKm": apogee_km, "flightTimeS": fly(v, gamma, 20000).t_events[0][0]}


LOFTED = ((933, 2802), (998, 3725), (950, 4475), (2700, 550), (1000, 150))
group("lofted", "speed and angle searched until range and apogee of the integrated motion fit", 1e-7, [((r, h), lofted(r, h)) for r, h in LOFTED])


def position(range_km, share):
    made = least(range_km)
    t = share * made["flightTimeS"]
    state = fly(made["burnoutSpeedKmS"], math.radians(made["loftAngleDeg"]), t).y[:, -1]
    return {"timeS": t, **place(state)}


group("positionAt", "the motion integrated", 1e-6, [((r, s), position(r, s)) for r in (1000, 5500, 10000) for s in (0.05, 0.3, 0.5, 0.75, 0.95)])
group("rangeOfSpeedKm", "range searched for whose least speed, at G3's angle, is the given one", 1e-8,
      [((v,), brentq(lambda r: speed_needed((math.pi - r / R) / 4, r / R) - v, 1, 19900, xtol=1e-9)) for v in (3.5, 5.5, 7.0, 7.5)])


def vector(lat, lon):
    lat, lon = mp.radians(lat), mp.radians(lon)
    return mp.matrix([mp.cos(lat) * mp.cos(lon), mp.cos(lat) * mp.sin(lon), mp.sin(lat)])


def cross(a, b):
    return mp.matrix([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


def dot(a, b):
    return sum(a[i] * b[i] for i in range(3))


def separation(a, b):
    return R * mp.atan2(mp.norm(cross(vector(*a), vector(*b))), dot(vector(*a), vector(*b)))


def bearing(a, b):
    up, to = vector(*a), vector(*b)
    east = cross(mp.matrix([0, 0, 1]), up)
    east = east / mp.norm(east)
    return mp.fmod(mp.degrees(mp.atan2(dot(to, east), dot(to, cross(up, east)))) + 360, 360)


PLACES = [((54.03, 35.77), (38.9, -77.04)), ((34.35, 111.49), (34.05, -118.24)), ((36.05, 128.22), (39.9, 116.4)), ((-33.9, 18.4), (64.3, -149.2))]
group("distanceKm", "angle between vectors, 40 digits", 1e-11, [((a, b), separation(a, b)) for a, b in PLACES])
group("bearingDeg", "tangent vectors, 40 digits", 1e-10, [((a, b), bearing(a, b)) for a, b in PLACES])


def seen_at(d, h):
    """Target and radar in the plane of their great circle."""
    x, y = (R + h) * math.sin(d / R), (R + h) * math.cos(d / R) - R
    return {"elevationDeg": math.degrees(math.atan2(y, x)), "slantRangeKm": math.hypot(x, y)}


group("elevationAndSlant", "Cartesian coordinates", 1e-9, [((d, h), seen_at(d, h)) for d in (50, 500, 2000, 4000) for h in (80, 500, 1300)])
group("horizonRangeKm", "bisection of the elevation in Cartesian coordinates", 1e-9,
      [((h, e), brentq(lambda d: seen_at(d, h)["elevationDeg"] - e, 1e-6, 9000, xtol=1e-10)) for h in (100, 300, 500, 1000, 1300) for e in (0, 3, 5, 30)])


def least_time(v, d, h):
    """Every launch angle whose orbit passes through the point; time as the integral of r^2 / h over the angle."""
    theta, target = d / R, R + h

    def radius(gamma, angle):
        p = (R * v * math.cos(gamma)) ** 2 / MU
        return p / (1 - (1 - p / R) * math.cos(angle) - p / R * math.tan(gamma) * math.sin(angle))

    def miss(gamma):
        inverse = 1 / radius(gamma, theta)
        return inverse - 1 / target

    grid = np.linspace(0.0005, math.pi / 2 - 0.0005, 20000)
    values = [miss(g) for g in grid]
    times = []
    for a, b, fa, fb in zip(grid, grid[1:], values, values[1:]):
        if fa * fb < 0:
            gamma = brentq(miss, a, b, xtol=1e-14)
            if min(radius(gamma, x) for x in np.linspace(0, theta, 400)) < 0:
                continue
            momentum = R * v * math.cos(gamma)
            times.append(quad(lambda x: radius(gamma, x) ** 2 / momentum, 0, theta, epsrel=1e-12, limit=400)[0])
    return min(times)


group("interceptorTimeS", "launch angles by root search, time by quadrature over the angle", 1e-7,
      [((v, d, h), least_time(v, d, h)) for v, d, h in ((3.5, 500, 300), (4.5, 1500, 600), (5.5, 300, 900), (7.5, 3000, 1000), (7.5, 6000, 800), (2.8, 200, 120))])

# --- forces, costs, fear -------------------------------------------------------------------------------------------
group("damage", "powers of two, 40 digits", 1e-12, [((n, n50), 1 - mp.mpf(2) ** (-mp.mpf(n) / n50)) for n in (0, 1, 10, 213.43, 1000) for n50 in (5, 100, 200)])
group("survivingShare", "sum over alert, idle, fired and not fired", 1e-12,
      [((kind, alert, sa, sn, u), sum(pa * (s if not fired else 1) * pf for pa, s in ((alert, sa), (1 - alert, sn)) for fired, pf in ((True, u if kind == "silo" else 0), (False, 1 - u if kind == "silo" else 1))))
       for kind in ("silo", "mobile") for alert in (0.1, 0.8) for sa, sn in ((0.9, 0.05), (0.05, 0.05)) for u in (0, 0.5)])


def kent_thaler(first, his, second, answer, n50, lam, taboo):
    hurt = lambda n: 1 - mp.e ** (-mp.log(2) * n / n50)
    going, waiting = hurt(first) + lam * (1 - hurt(his)) + taboo, hurt(second) + lam * (1 - hurt(answer))
    return {"costFirst": going, "costSecond": waiting, "breakEven": min(mp.mpf(1), going / waiting)}


group("costsOf", "exponential damage, 40 digits", 1e-11,
      [(args, kent_thaler(*(mp.mpf(a) for a in args))) for args in
       ((191.254, 987, 853, 557.8, 100, 0.3, 0), (1.25, 1257, 100, 1367, 100, 0.3, 0.15), (9.94, 1686, 121, 1796, 5, 0.3, 0.15), (700, 50, 3, 20, 200, 1, 0))])
# SCIENCE 2.3, copied from there: launchers count in no formula. Warheads, idle and alert survival, alert day and generated.
LEGS = {
    "us": [(416, .05, .05, 1, 1), (895, 0, 1, .6, .85), (56, 0, .9, 0, .75)],
    "ru": [(688, .05, .05, 1, 1), (386, .05, .9, .1, .8), (668, 0, .95, .2, .7), (54, 0, .9, 0, .6)],
    "cn": [(40, .1, .1, 1, 1), (33, .1, .9, .1, .8), (48, 0, .7, 0, .5)],
}
SPENT = {("us", "ru"): 380, ("us", "cn"): 110, ("ru", "us"): 920, ("ru", "cn"): 110, ("cn", "us"): 0, ("cn", "ru"): 0}


def rated(power, generated):
    return sum(mp.mpf(str(w)) * (mp.mpf(str(g if generated else d)) * mp.mpf(str(sa)) + (1 - mp.mpf(str(g if generated else d))) * mp.mpf(str(sn))) for w, sn, sa, d, g in LEGS[power])


def going_first(i, j, m_i, m_j, generated, suppression):
    """S4 of i against j, out of flows through one layer each."""
    total = lambda power: sum(leg[0] for leg in LEGS[power])
    through = lambda n, m: passes((n, 0, 0), [(m, 0.56, 0.9, 0)]) if n > 0 else mp.mpf(0)
    answer = rated(i, generated) if SPENT[(j, i)] > 0 else total(i)
    return kent_thaler(through(rated(j, generated), m_i), through(total(i) - SPENT[(i, j)], m_j), through(total(j) - SPENT[(j, i)], m_i * (1 - suppression)), through(answer, m_j), mp.mpf(100), mp.mpf("0.3"), mp.mpf(0))


ASKED = [(i, j, m, n, g, s) for i, j in SPENT for m, n in ((0, 0), (44, 0), (100, 68)) for g in (0, 1) for s in (0, 0.5)]
group("costs", "flows through one layer each and exponential damage, 40 digits", 1e-10, [(x, going_first(*x)) for x in ASKED])
group("index", "product of both sides' thresholds, worked out apart", 1e-10,
      [((i, j, m, n, g), going_first(i, j, m, n, g, 0)["breakEven"] * going_first(j, i, n, m, g, 0)["breakEven"]) for i, j, m, n, g, s in ASKED if s == 0])
group("thirdPower", "the share of the intact power of both, times mistrust, in fractions", 1e-12,
      [((mu, trust, rest), fraction(mu) * (1 - Fraction(trust, 100)) / (1 + fraction(rest) / 121)) for mu in (0, 0.05, 0.1) for trust in (0, 35, 100) for rest in (0, 447, 987)])


def base_fear(tension, trust, escalations, generated):
    afraid = Fraction(4, 10) * Fraction(tension, 100) * Fraction(100 - trust, 100)
    for _ in range(escalations):
        afraid += Fraction(1, 10)
    return min(Fraction(8, 10), afraid + (Fraction(5, 100) if generated else 0))


group("baseFear", "added up in fractions", 1e-12,
      [(x, base_fear(*x)) for x in product((0, 40, 100), (0, 35, 100), (0, 1, 3, 6), (0, 1))])


def looked_for(have, building, ordered, turn, cap):
    """Turn by turn back over the last four; before the first turn two a turn are remembered."""
    by_turn = [sum(n for t, n in ordered if t == back) if back >= 1 else 2 for back in range(turn - 4, turn)]
    present = fraction(have) + building
    trend = (Fraction(125, 100) - 1) * present + 4 * Fraction(sum(by_turn), 4)
    return present + trend * (1 - fraction(cap))


group("outlook", "turn by turn, in fractions", 1e-12,
      [(x, looked_for(*x)) for x in ((32, 0, [], 1, 0), (32, 8, [], 1, 0), (36, 4, [[1, 4]], 2, 0), (40, 0, [[1, 4], [3, 4], [4, 6]], 5, 0.5), (44, 0, [[1, 9]], 9, 1), (0, 0, [], 9, 0))])
group("betaQuantile", "root of mpmath's regularised incomplete beta function", 1e-9,
      [((q, a, b), mp.findroot(lambda x: mp.betainc(a, b, 0, x, regularized=True) - q, (mp.mpf("1e-9"), 1 - mp.mpf("1e-9")), solver="anderson", tol=1e-25))
       for q in (0.1, 0.3, 0.5, 0.7, 0.9) for a, b in ((1, 1), (10, 9), (2, 3), (18, 2), (14, 1), (34, 8))])
group("logistic", "40 digits", 1e-12, [((x,), 1 / (1 + mp.e ** (-mp.mpf(x)))) for x in (-30, -3.7, -0.2, 0, 0.9, 12)])


def at_rest(base, other, threshold, other_threshold, gain, width):
    """Both alarms where they no longer move: the root of the composed answer, not its iteration."""
    answer = lambda b, feared, t: b + (1 - b) * gain / (1 + math.exp(-(feared - t) / width))
    own = brentq(lambda x: answer(base, answer(other, x, threshold), other_threshold) - x, 0, 1, xtol=1e-14)
    return [own, answer(other, own, threshold)]


group("reciprocalFear", "root of both answers put together", 1e-6,
      [((b, o, t, u), at_rest(b, o, t, u, 0.5, 0.12)) for b, o, t, u in ((0.4, 0.4, 0.73, 0.9), (0.4, 0.4, 0.35, 0.83), (0.2, 0.2, 0.17, 0.9), (0.05, 0.1, 0.9, 0.95), (0.8, 0.8, 0.2, 0.3))])


def lotto(a, d):
    """Chance that more attackers than defenders stand at one silo, with the published strategies, by quadrature."""
    rich, poor = max(a, d), min(a, d)
    given_up = 1 - poor / rich
    even = quad(lambda x: x / (2 * rich) / (2 * rich), 0, 2 * rich)[0]
    return given_up + (1 - given_up) * even if d <= a else (1 - given_up) * even


group("lottoDestroyed", "quadrature over both secret assignments", 1e-9, [((a, d), lotto(a, d)) for a, d in ((2, 1), (1, 2), (1, 0.5), (1, 1), (3, 1), (0.4, 7))])

group("savedByPointDefence", "the same quadrature, an interceptor split into as many as it is expected to kill", 1e-9,
      [((n, a, i, p, t), 1 - lotto(a / n, i * p * t / n)) for n, a, i, p, t in ((100, 40, 100, 0.5, 0.9), (450, 900, 200, 0.8, 1), (40, 80, 30, 0.56, 0.9), (20, 40, 900, 0.8, 0.95))])
group("killChance", "bisection of (1 - p)^n = what is left", 1e-12,
      [((left, n), brentq(lambda p: (1 - p) ** n - left, 0, 1, xtol=1e-15)) for left in (0.05, 0.1, 0.5, 0.9) for n in (1, 2, 3)])


def mixed(warheads, decoys, interceptors, p, t, taken):
    """Every set of decoys taken, every set of objects with a shot more, every set of warheads that leak: in fractions."""
    p, t, taken = fraction(p), fraction(t), fraction(taken)
    chances = [Fraction(0)] * (warheads + 1)
    for seen in product((0, 1), repeat=decoys):
        weight = math.prod([taken if each else 1 - taken for each in seen], start=Fraction(1))
        objects = warheads + sum(seen)
        each, more = divmod(interceptors, objects)
        sets = list(combinations(range(objects), more))
        for favoured in sets:
            kills = [t * (killed_by_any(p, each + 1) if w in favoured else killed_by_any(p, each)) for w in range(warheads)]
            for leaks in product((0, 1), repeat=warheads):
                chances[sum(leaks)] += weight / len(sets) * math.prod([1 - k if leak else k for k, leak in zip(kills, leaks)], start=Fraction(1))
    return chances


group("mixedLeakers", "every outcome enumerated, in fractions", 1e-12,
      [(x, mixed(*x)) for x in ((2, 3, 4, 0.56, 0.9, 0.5), (3, 2, 7, 0.8, 1, 0.25), (1, 4, 3, 0.5, 0.95, 1), (4, 0, 6, 0.56, 0.9, 0.5), (3, 3, 0, 0.56, 0.9, 0.3))])
group("drawnWithout", "every set drawn, counted", 1e-12,
      [((m, a, d), [Fraction(sum(1 for s in combinations(range(a), d) if sum(1 for i in s if i < m) == k), math.comb(a, d)) for k in range(m + 1)])
       for m, a, d in ((1, 1, 0), (3, 5, 2), (4, 4, 3), (5, 12, 7), (2, 9, 8))])
group("recordQuantile", "root of mpmath's incomplete beta function; the mean by quadrature", 1e-9,
      [((q, a, b, c, d), mp.findroot(lambda x: mp.betainc(a, b, 0, x, regularized=True) - q, (mp.mpf("1e-9"), 1 - mp.mpf("1e-9")), solver="anderson", tol=1e-25)
        * mp.quad(lambda x: x * x ** (c - 1) * (1 - x) ** (d - 1), [0, 1]) / mp.quad(lambda x: x ** (c - 1) * (1 - x) ** (d - 1), [0, 1]))
       for q in (0.1, 0.5, 0.9) for a, b, c, d in ((10, 9, 18, 2), (34, 8, 3, 4))])
group("singleWarheadKill", "of a hundred hundreds, counted", 1e-12, [((k, t), Fraction(sum(1 for i in range(100) for j in range(100) if i < k * 100 and j < t * 100), 10000)) for k, t in ((0.5, 0.9), (0.25, 1), (0, 0.75), (0.75, 0.25))])

# --- crises: the figures of RULES 8 as printed there and in CALIBRATION 7, not the scenario's ------------------------
def outbreak(tension, smallest):
    """By the hyperbolic tangent, the scale as the middle one of three."""
    scale = sorted((mp.mpf("0.4"), 1 + mp.mpf("1.2") * (mp.mpf("0.25") - smallest), mp.mpf("2.2")))[1]
    return min(mp.mpf("0.85"), (1 + mp.tanh((mp.mpf(tension) - 63) / 14)) / 2 * scale)


group("outbreakChance", "hyperbolic tangent, 40 digits", 1e-12, [((t, m), outbreak(t, mp.mpf(str(m)))) for t in (0, 30, 63, 80, 100) for m in (-1.2, -0.5, 0, 0.25, 0.7, 1)])


def accident(fear, generated, warned, dispersed, mediated, hotline):
    chance = fraction(fear) * 2 / 100
    for _ in range(generated + 2 * warned):
        chance += chance
    chance += sum(chance / 20 for _ in range(dispersed))
    for _ in range(mediated + hotline):
        chance -= chance / 2
    return chance


group("accidentChance", "doubled and halved step by step, in fractions", 1e-12, [(x, accident(*x)) for x in product((0, 0.3, 0.8), (0, 1), (0, 1), (0, 5), (0, 1), (0, 1))])
group("damped", "rises by what is free, falls by what is taken, in fractions", 1e-12,
      [((t, raw), Fraction(8, 5) * Fraction(raw) * Fraction(100 - t if raw > 0 else t, 100)) for t in (0, 30, 45, 100) for raw in (-10, -2, 0, 3, 8)])
group("relaxation", "the two shares mixed, in fractions", 1e-12, [((t,), Fraction(88, 100) * t + Fraction(12, 100) * 30 - t) for t in (0, 30, 45, 82, 100)])


def spoken(tension, words, act):
    """What words bring together, cut at 5 either way, and the act for itself."""
    free = lambda raw: Fraction(8, 5) * Fraction(raw) * Fraction(100 - tension if raw > 0 else tension, 100)
    return max(Fraction(-5), min(Fraction(5), sum(map(free, words)))) + free(act)


group("dampAll", "the sum cut at both ends, in fractions", 1e-12,
      [(x, spoken(*x)) for x in ((45, [3, 4, 2], 8), (45, [1, 1], -4), (70, [-3, -4, -1], 2), (20, [8, -2, 6], 0), (90, [], 5))])

print('{ "made": "by golden.py, which says how; Python 3.11, mpmath 1.3, SciPy 1.17", "groups": [')
for i, each in enumerate(GROUPS):
    head = {key: each[key] for key in ("name", "method", "tolerance")}
    print(json.dumps(head)[:-1] + ', "cases": [')
    print(",\n".join("  " + json.dumps(case) for case in each["cases"]))
    print("]}" + ("," if i < len(GROUPS) - 1 else ""))
print("]}")
