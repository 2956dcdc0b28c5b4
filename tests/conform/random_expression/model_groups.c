/* random_expression/model_groups.c: aggregates over the members of a group, and windows over all rows.
 *
 * It knows nothing of SQL. model.c calls it.
 */
#include "expression.h"

#include <stdlib.h>

/* ---- aggregates ----------------------------------------------------------------------------------------------------- */

static scope at_member(const scope *at, uint32_t i)
{
	scope member = *at;
	member.rows[0] = at->members[i];
	return member;
}

/* The values that are there, of the members that the condition chooses. Returns how many. */
static uint32_t collect(const scope *at, const term *aggregate, const term *condition, value *values)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < at->member_count; i++) {
		const scope member = at_member(at, i);
		const value chosen = condition != NULL ? evaluate(&member, condition) : integer_value(1);
		if (chosen.null || chosen.integer == 0)
			continue;
		values[count] = aggregate->op == CQ_OP_COUNT_ROWS ? integer_value(1) : operand_value(&member, aggregate, 0);
		/* A document holds NULLs, too. */
		if (!values[count].null || aggregate->op == CQ_OP_JSON_AGG)
			count++;
	}
	return count;
}

static value count_distinct(kind of, const value *values, uint32_t count)
{
	int64_t distinct = 0;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t k = 0;
		while (k < i && compare_values(of, values[k], values[i]) != 0)
			k++;
		distinct += k == i;
	}
	return integer_value(distinct);
}

static value sum(const term *operand, const value *values, uint32_t count, bool average)
{
	int64_t whole = 0;
	double real = 0;
	for (uint32_t i = 0; i < count; i++) {
		whole += values[i].integer;
		real += number_of(operand, values[i]);
	}
	if (average)
		return real_value(real / count);
	return operand->kind == KIND_INTEGER ? integer_value(whole) : real_value(real);
}

static value extreme(kind of, const value *values, uint32_t count, bool least)
{
	value result = values[0];
	for (uint32_t i = 1; i < count; i++) {
		const int order = compare_values(of, values[i], result);
		if (least ? order < 0 : order > 0)
			result = values[i];
	}
	return result;
}

/* A term of what is given, with these values as its operands. */
static value built_of(const scope *at, cq_operator op, const term *like, const value *values, uint32_t count, value separator)
{
	term *const parts = cq__arena_alloc_array(at->arena, 2 * THING_COUNT, sizeof *parts);
	term **const operands = cq__arena_alloc_array(at->arena, 2 * THING_COUNT, sizeof *operands);
	if (parts == NULL || operands == NULL)
		abort();
	term whole = { .op = (uint16_t)op, .kind = op == CQ_OP_CONCAT ? KIND_TEXT : KIND_JSON, .operands = operands };
	for (uint32_t i = 0; i < count; i++) {
		if (i != 0 && op == CQ_OP_CONCAT) {
			parts[whole.count] = (term){ .op = CQ_OP_VALUE, .kind = KIND_TEXT, .value = separator };
			operands[whole.count] = &parts[whole.count];
			whole.count++;
		}
		parts[whole.count] = (term){ .op = CQ_OP_VALUE, .kind = like->kind, .value = values[i] };
		operands[whole.count] = &parts[whole.count];
		whole.count++;
	}
	return evaluate(at, &whole);
}

value evaluate_aggregate(const scope *at, const term *expression)
{
	const bool filtered = expression->op == CQ_OP_FILTER;
	const term *const aggregate = filtered ? expression->operands[0] : expression;
	value values[THING_COUNT];
	const uint32_t count = collect(at, aggregate, filtered ? expression->operands[1] : NULL, values);
	if (aggregate->op == CQ_OP_COUNT || aggregate->op == CQ_OP_COUNT_ROWS)
		return integer_value(count);
	const term *const operand = aggregate->operands[0];
	if (aggregate->op == CQ_OP_COUNT_DISTINCT)
		return count_distinct((kind)operand->kind, values, count);
	if (count == 0)
		return null_value();
	switch ((cq_operator)aggregate->op) {
	case CQ_OP_SUM: return sum(operand, values, count, false);
	case CQ_OP_AVG: return sum(operand, values, count, true);
	case CQ_OP_MIN: return extreme((kind)operand->kind, values, count, true);
	case CQ_OP_MAX: return extreme((kind)operand->kind, values, count, false);
	case CQ_OP_STRING_AGG: return built_of(at, CQ_OP_CONCAT, operand, values, count, aggregate->operands[1]->value);
	default: return built_of(at, CQ_OP_JSON_ARRAY, operand, values, count, null_value());
	}
}

/* ---- windows -------------------------------------------------------------------------------------------------------- */

int compare_sorted(const scope *at, kind of, value a, value b)
{
	static const char *const moods[] = { "calm", "merry", "it's odd" };
	if (a.null || b.null)
		return at->database == 1 ? a.null - b.null : b.null - a.null;
	if (of == KIND_ENUM)
		return compare_values(KIND_TEXT, text_value(moods[a.integer]), text_value(moods[b.integer]));
	return compare_values(of, a, b);
}

/* How two members stand to each other by one key of an ORDER_BY. */
static int compare_key(const scope *at, const term *key, uint32_t a, uint32_t b)
{
	bool descending = false;
	int nulls = 0;
	for (; key->op == CQ_OP_ASC || key->op == CQ_OP_DESC || key->op == CQ_OP_NULLS_FIRST || key->op == CQ_OP_NULLS_LAST; key = key->operands[0]) {
		descending |= key->op == CQ_OP_DESC;
		nulls = key->op == CQ_OP_NULLS_FIRST ? -1 : key->op == CQ_OP_NULLS_LAST ? 1 : nulls;
	}
	const scope left = at_member(at, a), right = at_member(at, b);
	const value x = evaluate(&left, key), y = evaluate(&right, key);
	if (nulls != 0 && x.null != y.null)
		return x.null ? nulls : -nulls;
	const int order = compare_sorted(at, (kind)key->kind, x, y);
	return descending ? -order : order;
}

static int compare_members(const scope *at, const term *order, uint32_t a, uint32_t b)
{
	int result = 0;
	for (uint32_t i = 0; order != NULL && i < order->count && result == 0; i++)
		result = compare_key(at, order->operands[i], a, b);
	return result;
}

static bool same_partition(const scope *at, const term *partition, uint32_t i)
{
	const scope other = at_member(at, i);
	for (uint32_t k = 0; partition != NULL && k < partition->count; k++) {
		const term *const key = partition->operands[k];
		if (compare_sorted(at, (kind)key->kind, evaluate(at, key), evaluate(&other, key)) != 0)
			return false;
	}
	return true;
}

static const term *part_of(const term *over, cq_operator op)
{
	for (uint32_t i = 1; i < over->count; i++) {
		if (over->operands[i]->op == op)
			return over->operands[i];
	}
	return NULL;
}

/* The partition of the current row, in order; returns where the row stands. */
static uint32_t take_partition(const scope *at, const term *over, scope *out)
{
	const term *const order = part_of(over, CQ_OP_ORDER_BY);
	uint32_t current = 0;
	*out = *at;
	out->member_count = 0;
	for (uint32_t i = 0; i < at->member_count; i++) {
		if (same_partition(at, part_of(over, CQ_OP_PARTITION_BY), i))
			out->members[out->member_count++] = at->members[i];
	}
	for (uint32_t i = 1; i < out->member_count; i++) {
		for (uint32_t k = i; k > 0 && compare_members(out, order, k - 1, k) > 0; k--) {
			const Thing *const swapped = out->members[k];
			out->members[k] = out->members[k - 1];
			out->members[k - 1] = swapped;
		}
	}
	while (out->members[current] != at->rows[0])
		current++;
	return current;
}

typedef struct peers {
	uint32_t first, end; /* of those that stand where the row does */
	uint32_t group;      /* how many places there are before */
} peers;

static peers find_peers(const scope *partition, const term *order, uint32_t current)
{
	peers result = { 0 };
	for (uint32_t i = 1; i <= current; i++) {
		if (compare_members(partition, order, i - 1, i) != 0) {
			result.first = i;
			result.group++;
		}
	}
	result.end = current + 1;
	while (result.end < partition->member_count && compare_members(partition, order, current, result.end) == 0)
		result.end++;
	return result;
}

/* Where a bound of a frame lies: the first member of the frame, or the one behind its last. */
static int64_t bound_at(const scope *partition, const term *order, const term *frame, uint32_t current, cq_frame_bound bound, int64_t distance, bool start)
{
	const int64_t count = partition->member_count;
	const uint32_t of = frame->flags & CQ_FRAME_KIND;
	const peers same = find_peers(partition, order, current);
	switch (bound) {
	case CQ_BOUND_UNBOUNDED_PRECEDING: return 0;
	case CQ_BOUND_UNBOUNDED_FOLLOWING: return count;
	case CQ_BOUND_CURRENT_ROW:
		if (of == CQ_FRAME_ROWS)
			return start ? (int64_t)current : (int64_t)current + 1;
		return start ? same.first : same.end;
	default: break;
	}
	if (bound == CQ_BOUND_PRECEDING)
		distance = -distance;
	if (of == CQ_FRAME_ROWS)
		return (int64_t)current + distance + !start;
	const int64_t wanted = (int64_t)same.group + distance;
	int64_t place = 0;
	while (place < count && (int64_t)find_peers(partition, order, (uint32_t)place).group < wanted + !start)
		place++;
	return place;
}

/* Leaves of a partition the members of the current row's frame. */
static void take_frame(scope *partition, const term *over, uint32_t current)
{
	static const term by_range = { .flags = CQ_FRAME_RANGE + CQ_FRAME_START * CQ_BOUND_UNBOUNDED_PRECEDING + CQ_FRAME_END * CQ_BOUND_CURRENT_ROW };
	const term *const order = part_of(over, CQ_OP_ORDER_BY);
	const term *frame = part_of(over, CQ_OP_FRAME);
	if (order == NULL)
		return;
	if (frame == NULL)
		frame = &by_range;
	const cq_frame_bound start = (cq_frame_bound)(frame->flags / CQ_FRAME_START % 8), end = (cq_frame_bound)(frame->flags / CQ_FRAME_END % 8);
	const int64_t first_distance = frame->count != 0 ? frame->operands[0]->value.integer : 0;
	const int64_t last_distance = frame->count != 0 ? frame->operands[frame->count - 1]->value.integer : 0;
	int64_t from = bound_at(partition, order, frame, current, start, first_distance, true);
	int64_t to = bound_at(partition, order, frame, current, end, last_distance, false);
	from = from < 0 ? 0 : from;
	to = to > partition->member_count ? partition->member_count : to;
	uint32_t count = 0;
	for (int64_t i = from; i < to; i++)
		partition->members[count++] = partition->members[i];
	partition->member_count = count;
}

static value tile(uint32_t current, uint32_t count, uint32_t tiles)
{
	const uint32_t size = count / tiles, larger = count % tiles;
	if (current < larger * (size + 1))
		return integer_value(current / (size + 1) + 1);
	return integer_value(larger + (current - larger * (size + 1)) / size + 1);
}

static value ranked(const scope *partition, const term *over, uint32_t current)
{
	const term *const function = over->operands[0];
	const double count = partition->member_count;
	const peers same = find_peers(partition, part_of(over, CQ_OP_ORDER_BY), current);
	switch ((cq_operator)function->op) {
	case CQ_OP_ROW_NUMBER: return integer_value(current + 1);
	case CQ_OP_RANK: return integer_value(same.first + 1);
	case CQ_OP_DENSE_RANK: return integer_value(same.group + 1);
	case CQ_OP_PERCENT_RANK: return real_value(count > 1 ? same.first / (count - 1) : 0);
	case CQ_OP_CUME_DIST: return real_value(same.end / count);
	default: return tile(current, partition->member_count, (uint32_t)function->operands[0]->value.integer);
	}
}

static value of_other_row(const scope *at, const scope *partition, const term *function, uint32_t current)
{
	const int64_t distance = function->count > 1 ? function->operands[1]->value.integer : 1;
	const int64_t place = (int64_t)current + (function->op == CQ_OP_LAG ? -distance : distance);
	if (place >= 0 && place < (int64_t)partition->member_count) {
		const scope row = at_member(partition, (uint32_t)place);
		return operand_value(&row, function, 0);
	}
	return function->count > 2 ? operand_value(at, function, 2) : null_value();
}

static value of_frame(const scope *frame, const term *function)
{
	int64_t place = 0;
	if (function->op == CQ_OP_LAST_VALUE)
		place = (int64_t)frame->member_count - 1;
	else if (function->op == CQ_OP_NTH_VALUE)
		place = function->operands[1]->value.integer - 1;
	if (place < 0 || place >= (int64_t)frame->member_count)
		return null_value();
	const scope row = at_member(frame, (uint32_t)place);
	return operand_value(&row, function, 0);
}

value evaluate_over(const scope *at, const term *over)
{
	scope partition;
	const term *const function = over->operands[0];
	const uint32_t current = take_partition(at, over, &partition);
	switch ((cq_operator)function->op) {
	case CQ_OP_ROW_NUMBER: case CQ_OP_RANK: case CQ_OP_DENSE_RANK: case CQ_OP_PERCENT_RANK: case CQ_OP_CUME_DIST: case CQ_OP_NTILE:
		return ranked(&partition, over, current);
	case CQ_OP_LAG: case CQ_OP_LEAD:
		return of_other_row(at, &partition, function, current);
	default:
		break;
	}
	take_frame(&partition, over, current);
	if (function->op == CQ_OP_FIRST_VALUE || function->op == CQ_OP_LAST_VALUE || function->op == CQ_OP_NTH_VALUE)
		return of_frame(&partition, function);
	return evaluate_aggregate(&partition, function);
}
