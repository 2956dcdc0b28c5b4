/* random_expression/model_numbers.c: arithmetic and functions that give numbers.
 *
 * It knows nothing of SQL. model.c calls it.
 */
#include "expression.h"

#include <math.h>
#include <stdlib.h>

double number_of(const term *expression, value number)
{
	return expression->kind == KIND_REAL || expression->kind == KIND_DECIMAL ? number.real : (double)number.integer;
}

double round_half_away(double number, int digits)
{
	const long double factor = powl(10.0L, (long double)digits);
	const long double rounded = floorl(fabsl((long double)number) * factor + 0.5L) / factor;
	return (double)(number < 0 ? -rounded : rounded);
}

static value whole_arithmetic(cq_operator op, int64_t a, int64_t b)
{
	switch (op) {
	case CQ_OP_ADD: return integer_value(a + b);
	case CQ_OP_SUB: return integer_value(a - b);
	case CQ_OP_MUL: return integer_value(a * b);
	case CQ_OP_DIV: return b == 0 ? null_value() : integer_value(a / b);
	default: return b == 0 ? null_value() : integer_value(a % b);
	}
}

static value real_arithmetic(cq_operator op, double a, double b)
{
	switch (op) {
	case CQ_OP_ADD: return real_value(a + b);
	case CQ_OP_SUB: return real_value(a - b);
	case CQ_OP_MUL: return real_value(a * b);
	case CQ_OP_DIV: return b == 0 ? null_value() : real_value(a / b);
	default: return b == 0 ? null_value() : real_value(fmod(a, b));
	}
}

static value arithmetic(const scope *at, const term *expression)
{
	const value a = operand_value(at, expression, 0), b = operand_value(at, expression, 1);
	if (a.null || b.null)
		return null_value();
	if (expression->kind == KIND_INTEGER)
		return whole_arithmetic((cq_operator)expression->op, a.integer, b.integer);
	return real_arithmetic((cq_operator)expression->op, number_of(expression->operands[0], a), number_of(expression->operands[1], b));
}

static value real_function(const scope *at, const term *expression, double number)
{
	switch ((cq_operator)expression->op) {
	case CQ_OP_NEG: return real_value(-number);
	case CQ_OP_ABS: return real_value(fabs(number));
	case CQ_OP_FLOOR: return real_value(floor(number));
	case CQ_OP_CEIL: return real_value(ceil(number));
	case CQ_OP_POWER: return real_value(pow(number, (double)operand_value(at, expression, 1).integer));
	case CQ_OP_ROUND:
		return real_value(round_half_away(number, expression->count == 1 ? 0 : (int)operand_value(at, expression, 1).integer));
	default: abort();
	}
}

static value whole_function(const term *expression, int64_t number)
{
	switch ((cq_operator)expression->op) {
	case CQ_OP_NEG: return integer_value(-number);
	case CQ_OP_ABS: case CQ_OP_FUNC: return integer_value(number < 0 ? -number : number);
	case CQ_OP_RAW: return integer_value(number + 1);
	case CQ_OP_FLOOR: case CQ_OP_CEIL: case CQ_OP_ROUND: return integer_value(number);
	default: abort();
	}
}

value evaluate_number(const scope *at, const term *expression)
{
	switch ((cq_operator)expression->op) {
	case CQ_OP_ADD: case CQ_OP_SUB: case CQ_OP_MUL: case CQ_OP_DIV: case CQ_OP_MOD:
		return arithmetic(at, expression);
	case CQ_OP_LENGTH: case CQ_OP_POSITION:
		return evaluate_text(at, expression);
	case CQ_OP_EXTRACT: case CQ_OP_DATE_DIFF:
		return evaluate_moment(at, expression);
	case CQ_OP_JSON_LENGTH:
		return evaluate_json(at, expression);
	default:
		break;
	}
	const value operand = operand_value(at, expression, 0);
	if (operand.null)
		return operand;
	if (expression->kind == KIND_INTEGER)
		return whole_function(expression, operand.integer);
	return real_function(at, expression, operand.real);
}
