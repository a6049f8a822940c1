"""A peer of the benchmark: CP-SAT on the same instance. Usage: cp_sat.py INSTANCE SECONDS SOLUTION

One worker, wall clock; prints the CPU seconds used. Writes nothing when it finds nothing.
"""

import resource
import sys
from collections import defaultdict

from ortools.sat.python import cp_model

HEADS = ("COURSES:", "ROOMS:", "CURRICULA:", "UNAVAILABILITY_CONSTRAINTS:", "ROOM_CONSTRAINTS:")


def read(path):
    head, lines, section = {}, defaultdict(list), None
    for words in map(str.split, open(path, encoding="latin-1")):
        if not words:
            continue
        if words[0] in HEADS:
            section = words[0]
        elif words[0] == "END.":
            break
        elif section is None:
            head[words[0]] = words[1]
        else:
            lines[section].append(words)
    return head, lines


def main(path, seconds, out):
    head, lines = read(path)
    days, per_day = int(head["Days:"]), int(head["Periods_per_day:"])
    times = [(day, period) for day in range(days) for period in range(per_day)]
    courses = {w[0]: (w[1], int(w[2]), int(w[3]), int(w[4])) for w in lines["COURSES:"]}
    rooms = {w[0]: int(w[1]) for w in lines["ROOMS:"]}
    closed = {(w[0], (int(w[1]), int(w[2]))) for w in lines["UNAVAILABILITY_CONSTRAINTS:"]}
    curricula = [set(w[2:]) for w in lines["CURRICULA:"]]
    teachers = defaultdict(set)
    for course, (teacher, *_) in courses.items():
        teachers[teacher].add(course)

    model, cost = cp_model.CpModel(), []
    at = {(c, t): model.new_bool_var("") for c in courses for t in times if (c, t) not in closed}
    sits = {(c, t, r): model.new_bool_var("") for c, t in at for r in rooms}
    for c, t in at:
        model.add(sum(sits[c, t, r] for r in rooms) == at[c, t])
    for t in times:
        for r in rooms:
            model.add_at_most_one(sits[c, t, r] for c in courses if (c, t) in at)
        for together in [*teachers.values(), *curricula]:
            model.add_at_most_one(at[c, t] for c in together if (c, t) in at)
    for c, (_, lectures, spread, students) in courses.items():
        model.add(sum(at[c, t] for t in times if (c, t) in at) == lectures)
        used = []
        for day in range(days):
            taught = [at[c, t] for t in times if t[0] == day and (c, t) in at]
            used.append(model.new_bool_var(""))
            model.add(used[-1] <= sum(taught))
        missing = model.new_int_var(0, spread, "")
        model.add(missing >= spread - sum(used))
        cost.append(5 * missing)
        for r, seats in rooms.items():
            mine = [sits[c, t, r] for t in times if (c, t) in at]
            uses = model.new_bool_var("")
            for sit in mine:
                model.add_implication(sit, uses)
            cost.append(uses)
            if students > seats:
                cost.append((students - seats) * sum(mine))
        cost.append(-1 if lectures else 0)
    for together in curricula:
        def busy(t):
            return sum(at[c, t] for c in together if (c, t) in at)
        for day, period in times:
            alone = model.new_bool_var("")
            model.add(alone >= busy((day, period)) - busy((day, period - 1)) - busy((day, period + 1)))
            cost.append(2 * alone)
    model.minimize(sum(cost))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(seconds)
    solver.parameters.num_workers = 1
    if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        with open(out, "w", encoding="latin-1") as file:
            for (c, (day, period), r), sit in sits.items():
                if solver.value(sit):
                    file.write(f"{c} {r} {day} {period}\n")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_utime:.0f}")


main(*sys.argv[1:])
