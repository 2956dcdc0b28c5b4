/* cquel/priv/operand.h: what may stand as an operand, and how it is written to the program: each operand is evaluated once.
 *
 * CQ_PRIV_OPERAND takes columns, expressions, stored conditions and C values; CQ_PRIV_HANDLE only the first three (less text
 * where no value can stand); CQ_PRIV_ASSIGNED also optionals. Each declares, for a name n: n_o the operand, n_w what its
 * writer yields, and n, a null pointer of the phantom's type.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_OPERAND_H
#define CQUEL_PRIV_OPERAND_H

#include <cquel/priv/phantom.h>

/* The phantoms of C values. A C int, and with it true, a character and an enum, serves BOOLEAN, ENUM and all numbers. */
typedef __typeof__(CQ_PRIV_PHANTOM(0x80000100f, 0, 0, 0)) cq_ph_int;
typedef __typeof__(CQ_PRIV_PHANTOM(0x100000000e, 0, 0, 0)) cq_ph_int64;
typedef __typeof__(CQ_PRIV_PHANTOM(0x100000100e, 0, 0, 0)) cq_ph_unsigned;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_BOOLEAN, 0, 0, 0)) cq_ph_bool;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_DOUBLE, 0, 0, 0)) cq_ph_double;
typedef __typeof__(CQ_PRIV_PHANTOM(0x10000000810, 0, 0, 0)) cq_ph_text;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_BYTES, 0, 0, 0)) cq_ph_bytes;
typedef __typeof__(CQ_PRIV_PHANTOM(0x8000000008, 0, 0, 0)) cq_ph_decimal;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_DATE, 0, 0, 0)) cq_ph_date;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_TIME, 0, 0, 0)) cq_ph_time;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_TIMESTAMP, 0, 0, 0)) cq_ph_timestamp;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_INTERVAL, 0, 0, 0)) cq_ph_interval;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_UUID, 0, 0, 0)) cq_ph_uuid;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_FAMILY_NULL | CQ_PRIV_NULLABLE, 0, 0, 0)) cq_ph_null;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_ERROR_A & ~CQ_PRIV_ERROR | CQ_PRIV_WRONG, 0, 0, 0)) cq_ph_wrong;
typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_BOOLEAN | CQ_PRIV_BARE, 0, 0, 0)) cq_ph_condition;

/* The writers. Each appends one node. */
static inline void *cq_put_handle(cq_statement *s, const void *column) {
	if (column)
		cq_push_column(s, (const cq_column *)column);
	return (void *)0;
}
static inline cq_ph_int cq_put_int(cq_statement *s, int v) { cq_push_value(s, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){.integer = v}); return 0; }
static inline cq_ph_unsigned cq_put_unsigned(cq_statement *s, unsigned v) { cq_push_value(s, CQ_TYPE_BIGINT, CQ_VALUE_LITERAL_INT, (cq_value){.integer = v}); return 0; }
static inline cq_ph_int64 cq_put_int64(cq_statement *s, int64_t v) { cq_push_value(s, CQ_TYPE_BIGINT, 0, (cq_value){.integer = v}); return 0; }
static inline cq_ph_int64 cq_put_uint64(cq_statement *s, uint64_t v) {
	cq_push_value(s, CQ_TYPE_BIGINT, v > INT64_MAX ? CQ_VALUE_OUT_OF_RANGE : 0, (cq_value){.integer = (int64_t)v});
	return 0;
}
static inline cq_ph_bool cq_put_bool(cq_statement *s, bool v) { cq_push_value(s, CQ_TYPE_BOOLEAN, 0, (cq_value){.integer = v}); return 0; }
static inline cq_ph_double cq_put_double(cq_statement *s, double v) { cq_push_value(s, CQ_TYPE_DOUBLE, 0, (cq_value){.real = v}); return 0; }
static inline cq_ph_text cq_put_text(cq_statement *s, const char *v) { cq_push_value(s, CQ_TYPE_TEXT, 0, (cq_value){.text = v}); return 0; }
static inline cq_ph_bytes cq_put_bytes(cq_statement *s, cq_bytes v) { cq_push_value(s, CQ_TYPE_BYTES, 0, (cq_value){.bytes = {v.data, v.size}}); return 0; }
/* Member by member: a struct's padding would make two equal values differ. */
static inline cq_ph_decimal cq_put_decimal(cq_statement *s, cq_decimal v) {
	cq_value value = {.bytes = {(void *)0, 0}};
	value.decimal.coefficient = v.coefficient;
	value.decimal.scale = v.scale;
	cq_push_value(s, CQ_TYPE_DECIMAL, 0, value);
	return 0;
}
static inline cq_ph_date cq_put_date(cq_statement *s, cq_date v) { cq_push_value(s, CQ_TYPE_DATE, 0, (cq_value){.integer = v.days}); return 0; }
static inline cq_ph_time cq_put_time(cq_statement *s, cq_time v) { cq_push_value(s, CQ_TYPE_TIME, 0, (cq_value){.integer = v.microseconds}); return 0; }
static inline cq_ph_timestamp cq_put_timestamp(cq_statement *s, cq_timestamp v) { cq_push_value(s, CQ_TYPE_TIMESTAMP, 0, (cq_value){.integer = v.microseconds}); return 0; }
static inline cq_ph_interval cq_put_interval(cq_statement *s, cq_interval v) { cq_push_value(s, CQ_TYPE_INTERVAL, 0, (cq_value){.interval = v}); return 0; }
static inline cq_ph_uuid cq_put_uuid(cq_statement *s, cq_uuid v) { cq_push_value(s, CQ_TYPE_UUID, 0, (cq_value){.uuid = v}); return 0; }
/* NULL is a void *; one that points somewhere is the outcome of a ?: between two columns, or no value at all. */
static inline cq_ph_null cq_put_null(cq_statement *s, const void *v) {
	if (v && s->failure == CQ_OK)
		s->failure = CQ_MISUSE;
	cq_push_node(s, CQ_OP_NULL, CQ_TYPE_NONE, 0, 0, (void *)0);
	return 0;
}
static inline cq_ph_condition cq_put_condition(cq_statement *s, cq_condition c) { cq_push_condition(s, &c); return 0; }
static inline void *cq_put_clause(cq_statement *s, const void *clause) { (void)s; (void)clause; return (void *)0; }
extern cq_ph_wrong cq_put_wrong(cq_statement *s, ...);
/* A ?: between phantoms of other tables or kinds is a void *, and the compiler has said so. */
extern cq_ph_error cq_put_mixed(cq_statement *s, const void *v) __attribute__((error(CQ_SAY_TERNARY_MISMATCH)));
/* An int where only an expression can stand is a misspelt operator or C's own == between a column and a value: the compiler
 * has said that already. What it let pass is found when the call is compiled. */
extern cq_ph_error cq_put_int_where_an_expression_stands(cq_statement *s, int v) __attribute__((error(CQ_SAY_NOT_AN_EXPRESSION)));
extern cq_ph_error cq_put_int_where_an_assignment_stands(cq_statement *s, int v) __attribute__((error(CQ_SAY_NOT_AN_ASSIGNMENT)));
extern cq_ph_error cq_put_int_where_a_clause_stands(cq_statement *s, int v) __attribute__((error(CQ_SAY_CLAUSE_NOT_A_CLAUSE)));

/* Optionals: absent is NULL. */
#define CQ_PRIV_NULLABLE_PHANTOM(name) typedef __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A_##name | CQ_PRIV_NULLABLE, 0, 0, 0))
CQ_PRIV_NULLABLE_PHANTOM(BOOLEAN) cq_ph_o_bool;
CQ_PRIV_NULLABLE_PHANTOM(SMALLINT) cq_ph_o_int16;
CQ_PRIV_NULLABLE_PHANTOM(INTEGER) cq_ph_o_int32;
CQ_PRIV_NULLABLE_PHANTOM(BIGINT) cq_ph_o_int64;
CQ_PRIV_NULLABLE_PHANTOM(DOUBLE) cq_ph_o_double;
CQ_PRIV_NULLABLE_PHANTOM(DATE) cq_ph_o_date;
CQ_PRIV_NULLABLE_PHANTOM(TIME) cq_ph_o_time;
CQ_PRIV_NULLABLE_PHANTOM(TIMESTAMP) cq_ph_o_timestamp;
CQ_PRIV_NULLABLE_PHANTOM(INTERVAL) cq_ph_o_interval;
CQ_PRIV_NULLABLE_PHANTOM(UUID) cq_ph_o_uuid;
typedef __typeof__(CQ_PRIV_PHANTOM(0x8000000008 | CQ_PRIV_NULLABLE, 0, 0, 0)) cq_ph_o_decimal;
typedef __typeof__(CQ_PRIV_PHANTOM(0x4000000001000 | CQ_PRIV_NULLABLE, 0, 0, 0)) cq_ph_o_enum;
#define CQ_PRIV_PUT_OPTIONAL(c, type, member, value) \
	static inline cq_ph_o_##c cq_put_o_##c(cq_statement *s, cq_opt_##c v) { \
		cq_push_value(s, CQ_TYPE_##type, CQ_VALUE_CAN_BE_NULL, v.present ? (cq_value){.member = value} : (cq_value){.is_null = 1}); \
		return 0; \
	}
CQ_PRIV_PUT_OPTIONAL(bool, BOOLEAN, integer, v.value)
CQ_PRIV_PUT_OPTIONAL(int16, SMALLINT, integer, v.value)
CQ_PRIV_PUT_OPTIONAL(int32, INTEGER, integer, v.value)
CQ_PRIV_PUT_OPTIONAL(int64, BIGINT, integer, v.value)
CQ_PRIV_PUT_OPTIONAL(double, DOUBLE, real, v.value)
CQ_PRIV_PUT_OPTIONAL(decimal, DECIMAL, decimal, v.value)
CQ_PRIV_PUT_OPTIONAL(date, DATE, integer, v.value.days)
CQ_PRIV_PUT_OPTIONAL(time, TIME, integer, v.value.microseconds)
CQ_PRIV_PUT_OPTIONAL(timestamp, TIMESTAMP, integer, v.value.microseconds)
CQ_PRIV_PUT_OPTIONAL(interval, INTERVAL, interval, v.value)
CQ_PRIV_PUT_OPTIONAL(uuid, UUID, uuid, v.value)
CQ_PRIV_PUT_OPTIONAL(enum, ENUM, integer, v.value)
static inline cq_ph_o_double cq_put_o_float(cq_statement *s, cq_opt_float v) { return cq_put_o_double(s, (cq_opt_double){v.present, (double)v.value}); }
/* A text or bytes that are assigned may be NULL: a null pointer is NULL there. */
static inline cq_ph_text cq_put_o_text(cq_statement *s, const char *v) { cq_push_value(s, CQ_TYPE_TEXT, CQ_VALUE_CAN_BE_NULL, (cq_value){.text = v}); return 0; }
static inline cq_ph_bytes cq_put_o_bytes(cq_statement *s, cq_bytes v) { cq_push_value(s, CQ_TYPE_BYTES, CQ_VALUE_CAN_BE_NULL, (cq_value){.bytes = {v.data, v.size}}); return 0; }

#define CQ_PRIV_NUMBERS(e) \
	_Generic(1 ? e : e, int: cq_put_int, unsigned: cq_put_unsigned, long: cq_put_int64, long long: cq_put_int64, \
		unsigned long: cq_put_uint64, unsigned long long: cq_put_uint64, float: cq_put_double, double: cq_put_double, \
		void *: cq_put_null, default: cq_put_wrong)
#define CQ_PRIV_STRUCTS \
	cq_bytes: cq_put_bytes, cq_decimal: cq_put_decimal, cq_date: cq_put_date, cq_time: cq_put_time, \
	cq_timestamp: cq_put_timestamp, cq_interval: cq_put_interval, cq_uuid: cq_put_uuid
#define CQ_PRIV_WRITER(e) \
	_Generic(e, CQ_PRIV_ANY: cq_put_handle, bool: cq_put_bool, char *: cq_put_text, const char *: cq_put_text, \
		cq_condition: cq_put_condition, CQ_PRIV_STRUCTS, default: CQ_PRIV_NUMBERS(e))
#define CQ_PRIV_HANDLE_WRITER(e) _Generic(e, CQ_PRIV_ANY: cq_put_handle, cq_condition: cq_put_condition, void *: cq_put_mixed, int: cq_put_int_where_an_expression_stands, default: cq_put_wrong)
#define CQ_PRIV_ASSIGN_WRITER(e) \
	_Generic(e, CQ_PRIV_ANY: cq_put_handle, bool: cq_put_bool, char *: cq_put_o_text, const char *: cq_put_o_text, \
		cq_condition: cq_put_condition, cq_bytes: cq_put_o_bytes, cq_decimal: cq_put_decimal, cq_date: cq_put_date, cq_time: cq_put_time, \
		cq_timestamp: cq_put_timestamp, cq_interval: cq_put_interval, cq_uuid: cq_put_uuid, \
		cq_opt_bool: cq_put_o_bool, cq_opt_int16: cq_put_o_int16, cq_opt_int32: cq_put_o_int32, cq_opt_int64: cq_put_o_int64, \
		cq_opt_float: cq_put_o_float, cq_opt_double: cq_put_o_double, cq_opt_decimal: cq_put_o_decimal, cq_opt_date: cq_put_o_date, \
		cq_opt_time: cq_put_o_time, cq_opt_timestamp: cq_put_o_timestamp, cq_opt_interval: cq_put_o_interval, \
		cq_opt_uuid: cq_put_o_uuid, cq_opt_enum: cq_put_o_enum, default: CQ_PRIV_NUMBERS(e))

/* ((void)0, x): an array decays, a qualifier falls off, a bit-field is promoted where C allows it. */
#define CQ_PRIV_TAKE(n, x, writer) \
	__auto_type n##_o = ((void)0, x); \
	__auto_type n##_w = writer(n##_o)(cq_s, n##_o); \
	__typeof__(_Generic(n##_w, void *: n##_o, default: n##_w)) n = 0; \
	(void)n;
#define CQ_PRIV_IS_WRONG(n) (CQ_PRIV_A(n) & CQ_PRIV_WRONG)
/* What a macro passes on in place of an operand that a rule has spoken about. */
#define CQ_PRIV_PASS(n) (__typeof__(_Generic(n, cq_ph_wrong: (cq_ph_error)0, default: n)))0

#define CQ_PRIV_OPERAND(n, x, txt) \
	CQ_PRIV_TAKE(n, x, CQ_PRIV_WRITER) \
	CQ_PRIV_RULE(!CQ_PRIV_IS_WRONG(n), txt ": " CQ_SAY_NOT_A_VALUE)
#define CQ_PRIV_HANDLE(n, x, txt) \
	CQ_PRIV_TAKE(n, x, CQ_PRIV_HANDLE_WRITER) \
	CQ_PRIV_RULE(!CQ_PRIV_IS_WRONG(n), txt ": " CQ_SAY_NOT_AN_EXPRESSION)

/* What a node over operands passes on. */
#define CQ_PRIV_FITS(l, r) ((CQ_PRIV_A(l) & CQ_PRIV_A(r) & CQ_PRIV_FAMILIES) != 0)
#define CQ_PRIV_SAID(h) (CQ_PRIV_A(h) & CQ_PRIV_SAYS)

#endif
