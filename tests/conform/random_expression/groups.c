/* random_expression/groups.c: see groups.h.
 *
 * It knows nothing of how aggregates and windows are computed.
 */
#include "groups.h"

/* ---- aggregates ----------------------------------------------------------------------------------------------------- */

static term *of_number(generator *g, cq_operator op)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_REAL, KIND_DECIMAL };
	const kind of = kinds[below(g, 3)];
	term *const made = term_1(g, op, op == CQ_OP_AVG ? KIND_REAL : of, generate_exact(g, of, 2));
	made->width = of == KIND_INTEGER ? CQ_TYPE_BIGINT : CQ_TYPE_DOUBLE;
	made->scale = made->operands[0]->scale;
	made->bound = made->operands[0]->bound * THING_COUNT;
	return made;
}

static term *extreme(generator *g, cq_operator op)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_REAL, KIND_DECIMAL, KIND_TEXT, KIND_DATE, KIND_TIME, KIND_TIMESTAMP, KIND_UUID };
	const kind of = kinds[below(g, 8)];
	term *const made = term_1(g, op, of, generate_exact(g, of, 2));
	made->width = made->operands[0]->width == CQ_TYPE_NONE ? CQ_TYPE_INTEGER : made->operands[0]->width;
	made->scale = made->operands[0]->scale;
	made->bound = made->operands[0]->bound;
	return made;
}

static term *counted(generator *g, cq_operator op)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_TEXT, KIND_DATE, KIND_TIMESTAMP, KIND_BOOLEAN, KIND_REAL };
	term *const made = op == CQ_OP_COUNT_ROWS ? term_new(g, op, KIND_INTEGER, 0) : term_1(g, op, KIND_INTEGER, generate_exact(g, kinds[below(g, 6)], 2));
	made->width = CQ_TYPE_BIGINT;
	made->bound = THING_COUNT;
	return made;
}

/* A text that is never empty: SQLite's window over empty texts alone is NULL. */
static term *some_text(generator *g)
{
	return term_2(g, CQ_OP_CONCAT, KIND_TEXT, text_literal(g, "-"), generate(g, KIND_TEXT, 1));
}

/* Many values in one, sometimes in an order, which not every database has. */
static term *listed(generator *g, cq_operator op, bool in_window)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_TEXT, KIND_BOOLEAN, KIND_DATE };
	term *const element = op == CQ_OP_STRING_AGG ? some_text(g) : generate_leaf(g, kinds[below(g, 4)]);
	const uint32_t count = op == CQ_OP_STRING_AGG ? 2 : 1;
	const bool ordered = !in_window && chance(g, 3);
	term *const made = term_new(g, op, op == CQ_OP_STRING_AGG ? KIND_TEXT : KIND_JSON, count + ordered);
	made->operands[0] = element;
	if (count == 2)
		made->operands[1] = text_literal(g, chance(g, 2) ? "|" : ", ");
	if (ordered)
		made->operands[count] = term_1(g, CQ_OP_ORDER_BY, KIND_INTEGER, thing_column(g, CQ_COLUMN(things.id), 0));
	return made;
}

/* Over windows there are no distinct values and no orders of their own. */
static term *aggregate(generator *g, bool in_window)
{
	term *made;
	switch (below(g, 12)) {
	case 0: made = counted(g, CQ_OP_COUNT); break;
	case 1: made = counted(g, in_window ? CQ_OP_COUNT : CQ_OP_COUNT_DISTINCT); break;
	case 2: made = counted(g, CQ_OP_COUNT_ROWS); break;
	case 3:
	case 4: made = of_number(g, CQ_OP_SUM); break;
	case 5:
	case 6: made = of_number(g, CQ_OP_AVG); break;
	case 7: made = extreme(g, CQ_OP_MIN); break;
	case 8: made = extreme(g, CQ_OP_MAX); break;
	case 9: made = listed(g, CQ_OP_STRING_AGG, in_window); break;
	case 10: made = listed(g, CQ_OP_JSON_AGG, in_window); break;
	default: made = extreme(g, chance(g, 2) ? CQ_OP_MIN : CQ_OP_MAX); break;
	}
	if (!chance(g, 3))
		return made;
	term *const filtered = term_2(g, CQ_OP_FILTER, (kind)made->kind, made, generate(g, KIND_BOOLEAN, 2));
	filtered->width = made->width;
	filtered->scale = made->scale;
	filtered->bound = made->bound;
	return filtered;
}

static term *number_of_rows(generator *g)
{
	term *const made = chance(g, 2) ? term_new(g, CQ_OP_COUNT_ROWS, KIND_INTEGER, 0) :
		term_1(g, CQ_OP_COUNT, KIND_INTEGER, thing_column(g, CQ_COLUMN(things.note), 0));
	made->width = CQ_TYPE_BIGINT;
	made->bound = THING_COUNT;
	return made;
}

/* What stands over aggregates: arithmetic, conditions, choices. */
static term *over_aggregates(generator *g)
{
	term *const made = aggregate(g, false);
	if (made->kind == KIND_INTEGER && made->bound < 1e12 && chance(g, 3)) {
		term *const sum = term_2(g, CQ_OP_ADD, KIND_INTEGER, made, number_of_rows(g));
		sum->width = CQ_TYPE_BIGINT;
		return sum;
	}
	if (made->kind == KIND_INTEGER && chance(g, 4))
		return term_2(g, CQ_OP_GT, KIND_BOOLEAN, made, integer_literal(g, below(g, 6)));
	if (made->kind == KIND_INTEGER && chance(g, 4)) {
		term *const some = term_2(g, CQ_OP_COALESCE, KIND_INTEGER, made, integer_literal(g, 0));
		some->width = made->width;
		return some;
	}
	return made;
}

void generate_groups(generator *g, query *asked, uint32_t items)
{
	const cq_column *const columns[] = { CQ_COLUMN(things.flag), CQ_COLUMN(things.mood), CQ_COLUMN(things.maybe), CQ_COLUMN(things.feeling),
		CQ_COLUMN(things.votes), CQ_COLUMN(things.code), CQ_COLUMN(things.day) };
	const uint32_t first = below(g, 7);
	g->plain = true;
	asked->group_count = below(g, 3);
	for (uint32_t i = 0; i < asked->group_count; i++)
		asked->groups[i] = thing_column(g, columns[(first + i) % 7], 0);
	asked->where = chance(g, 2) ? NULL : generate(g, KIND_BOOLEAN, 2);
	asked->having = asked->group_count == 0 || !chance(g, 3) ? NULL : term_2(g, CQ_OP_GE, KIND_BOOLEAN, number_of_rows(g), integer_literal(g, below(g, 3)));
	for (asked->item_count = 0; asked->item_count < items; asked->item_count++)
		asked->items[asked->item_count] = over_aggregates(g);
	g->plain = false;
}

/* ---- windows -------------------------------------------------------------------------------------------------------- */

static term *ordering(generator *g, term *key)
{
	term *const made = chance(g, 3) ? key : term_1(g, chance(g, 2) ? CQ_OP_ASC : CQ_OP_DESC, (kind)key->kind, key);
	return chance(g, 3) ? term_1(g, chance(g, 2) ? CQ_OP_NULLS_FIRST : CQ_OP_NULLS_LAST, (kind)key->kind, made) : made;
}

/* `total`: no two rows are alike to it. */
static term *order(generator *g, bool total)
{
	const cq_column *const columns[] = { CQ_COLUMN(things.votes), CQ_COLUMN(things.size), CQ_COLUMN(things.day), CQ_COLUMN(things.name),
		CQ_COLUMN(things.ratio), CQ_COLUMN(things.maybe) };
	const uint32_t keys = 1 + below(g, 2);
	term *const made = term_new(g, CQ_OP_ORDER_BY, KIND_INTEGER, keys + total);
	for (uint32_t i = 0; i < keys; i++)
		made->operands[i] = ordering(g, chance(g, 4) ? generate_exact(g, KIND_INTEGER, 1) : thing_column(g, columns[below(g, 6)], 0));
	if (total)
		made->operands[keys] = thing_column(g, CQ_COLUMN(things.id), 0);
	return made;
}

static term *partition(generator *g)
{
	const cq_column *const columns[] = { CQ_COLUMN(things.flag), CQ_COLUMN(things.mood), CQ_COLUMN(things.maybe), CQ_COLUMN(things.votes) };
	const uint32_t first = below(g, 4), count = 1 + below(g, 2);
	term *const made = term_new(g, CQ_OP_PARTITION_BY, KIND_INTEGER, count);
	for (uint32_t i = 0; i < count; i++)
		made->operands[i] = thing_column(g, columns[(first + i) % 4], 0);
	return made;
}

static bool takes_number(uint32_t bound)
{
	return bound == CQ_BOUND_PRECEDING || bound == CQ_BOUND_FOLLOWING;
}

/* A RANGE that counts has one number to count by, so none of ours does. */
static term *frame(generator *g)
{
	const uint32_t of = below(g, 3);
	uint32_t start, end;
	do {
		start = below(g, CQ_BOUND_UNBOUNDED_FOLLOWING);
		end = 1 + below(g, CQ_BOUND_UNBOUNDED_FOLLOWING);
	} while (start > end || (of == CQ_FRAME_RANGE && (takes_number(start) || takes_number(end))));
	term *const made = term_new(g, CQ_OP_FRAME, KIND_INTEGER, (uint32_t)takes_number(start) + takes_number(end));
	made->flags = (uint8_t)(of + CQ_FRAME_START * start + CQ_FRAME_END * end);
	for (uint32_t i = 0; i < made->count; i++)
		made->operands[i] = integer_literal(g, below(g, 4));
	return made;
}

static term *ranking(generator *g)
{
	static const cq_operator operators[] = { CQ_OP_ROW_NUMBER, CQ_OP_RANK, CQ_OP_DENSE_RANK, CQ_OP_PERCENT_RANK, CQ_OP_CUME_DIST, CQ_OP_NTILE };
	const cq_operator op = operators[below(g, 6)];
	if (op == CQ_OP_NTILE)
		return term_1(g, op, KIND_INTEGER, integer_literal(g, 1 + below(g, 4)));
	return term_new(g, op, op == CQ_OP_PERCENT_RANK || op == CQ_OP_CUME_DIST ? KIND_REAL : KIND_INTEGER, 0);
}

static term *of_row(generator *g)
{
	static const cq_operator operators[] = { CQ_OP_LAG, CQ_OP_LEAD, CQ_OP_FIRST_VALUE, CQ_OP_LAST_VALUE, CQ_OP_NTH_VALUE };
	static const kind kinds[] = { KIND_INTEGER, KIND_TEXT, KIND_DATE, KIND_REAL, KIND_DECIMAL, KIND_TIMESTAMP };
	const cq_operator op = operators[below(g, 5)];
	const kind of = kinds[below(g, 6)];
	const bool lag = op == CQ_OP_LAG || op == CQ_OP_LEAD;
	const uint32_t count = lag ? 1 + below(g, 3) : op == CQ_OP_NTH_VALUE ? 2 : 1;
	term *const made = term_new(g, op, of, count);
	made->operands[0] = generate_exact(g, of, 1);
	if (count > 1)
		made->operands[1] = integer_literal(g, 1 + below(g, 3));
	if (count > 2)
		made->operands[2] = generate_column(g, of);
	return made;
}

static term *window(generator *g)
{
	const uint32_t choice = below(g, 3);
	term *const function = choice == 0 ? ranking(g) : choice == 1 ? of_row(g) : aggregate(g, true);
	const cq_operator op = (cq_operator)(function->op == CQ_OP_FILTER ? function->operands[0]->op : function->op);
	const bool counts = op == CQ_OP_RANK || op == CQ_OP_DENSE_RANK || op == CQ_OP_PERCENT_RANK || op == CQ_OP_CUME_DIST;
	const bool framed = choice == 2 || op == CQ_OP_FIRST_VALUE || op == CQ_OP_LAST_VALUE || op == CQ_OP_NTH_VALUE;
	term *const made = term_new(g, CQ_OP_OVER, (kind)function->kind, 4);
	uint32_t count = 1;
	made->operands[0] = function;
	made->scale = function->scale;
	if (!chance(g, 3))
		made->operands[count++] = partition(g);
	if (choice != 2 || !chance(g, 4)) {
		made->operands[count++] = order(g, !counts);
		if (framed && chance(g, 2))
			made->operands[count++] = frame(g);
	}
	made->count = count;
	return made;
}

void generate_windows(generator *g, query *asked, uint32_t items)
{
	g->plain = true;
	asked->by_id = true;
	asked->where = chance(g, 2) ? NULL : generate(g, KIND_BOOLEAN, 2);
	for (asked->item_count = 0; asked->item_count < items; asked->item_count++)
		asked->items[asked->item_count] = window(g);
	g->plain = false;
}
