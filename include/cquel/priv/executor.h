/* cquel/priv/executor.h: what cq_all, cq_one, cq_scalar … expand into: the statement's storage, the checks that need both the
 * statement and what its rows become, and the call of a function of cquel/result.h or cquel/op.h.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_EXECUTOR_H
#define CQUEL_PRIV_EXECUTOR_H

#include <cquel/op.h>
#include <cquel/priv/row.h>

extern cq_ph_unknown *cq_q_o, *cq_q;
typedef struct { cq_target target; int **of; char (*model)[1]; struct { void *(*cq_key)[1]; } *names; } cq_tt_none;
extern const cq_tt_none *cq_tt;

static inline cq_statement *cq_priv_written(cq_statement *store, const void *query) { (void)query; return store; }
static inline cq_statement *cq_priv_kept(cq_statement *store, const cq_statement *query) { cq_statement_copy(store, query); return store; }

static inline cq_status cq_priv_extended(cq_statement *statement, cq_statement *clauses) {
	const cq_status status = cq_statement_extend(statement, clauses);
	cq_statement_release(clauses);
	return status;
}
/* What cq_extend adds no more: WITH, the heads, FROM, USING, ALL_ROWS, ON_CONFLICT. */
#define CQ_PRIV_NOT_ADDED 0x1004fb

/* What SQL(...) yields points to a struct that is made for it alone. */
#define CQ_PRIV_IS_QUERY(e) (CQ_PRIV_IS_MADE(e) && CQ_PRIV_IS_TAGGED(e))
/* A clause without SQL(...) around it has said so itself. */
#define CQ_PRIV_IS_MADE(e) _Generic((e), cq_statement *: 0, char *: 0, const char *: 0, void *: 0, CQ_PRIV_ANY: 0, default: __builtin_classify_type(e) == 5)

/* Declares cq_store, where SQL(...) writes, and cq_q, a null pointer whose type says what it is. A statement that was kept
 * (STATEMENT) says nothing: all its checks are the second enforcer's. */
#define CQ_PRIV_QUERY_OF(what, query) \
	cq_statement cq_store, *const cq_st = &cq_store; \
	__auto_type cq_q_o = query; \
	__typeof__(__builtin_choose_expr(CQ_PRIV_IS_QUERY(cq_q_o), cq_q_o, (cq_ph_unknown *)0)) cq_q = 0; \
	(void)cq_q; (void)cq_st; \
	CQ_PRIV_RULE(_Generic(cq_q_o, cq_statement: 1, cq_ph_error: 1, default: CQ_PRIV_IS_MADE(cq_q_o)), what ": not a statement; write SQL(...) around its clauses")
#define CQ_PRIV_WRITTEN _Generic(cq_q_o, cq_statement: cq_priv_kept, default: cq_priv_written)(&cq_store, (const void *)&cq_q_o)
#define CQ_PRIV_IS_UNKNOWN ((CQ_PRIV_KIND(cq_q) & CQ_PRIV_K_ERROR) != 0)
#define CQ_PRIV_OUTER CQ_PRIV_WORD(cq_q, o)
#define CQ_PRIV_ITEM cq_q->cq_c->cq_i.cq_i1
#define CQ_PRIV_ITEM_COUNT CQ_PRIV_WORD(cq_q->cq_c, n)

/* ---- what a row becomes: a model's object or a row list's struct; a name that is neither is an error of its own */
#define CQ_PRIV_TARGET(what, T) \
	__auto_type cq_tt = &cq_target_##T; \
	CQ_PRIV_CAT(CQ_PRIV_TARGET_, CQ_PRIV_IS_LIST(T##_FIELDS(CQ_PRIV_NOTHING)))(what, T)
#define CQ_PRIV_NO_TARGET_TYPE _Generic(cq_tt, const cq_tt_none *: 1, default: 0)
#define CQ_PRIV_TARGET_0(what, T) \
	CQ_PRIV_RULE(CQ_PRIV_IS_UNKNOWN || CQ_PRIV_NO_TARGET_TYPE || (CQ_PRIV_ITEM_COUNT == 1 && (CQ_PRIV_A(CQ_PRIV_ITEM) & CQ_PRIV_FAMILY_OBJECT) && \
		(CQ_PRIV_B(CQ_PRIV_ITEM) & 0xffffffff) == sizeof *cq_tt->model), what "(" #T "): " CQ_SAY_OBJECT_TYPE) \
	CQ_PRIV_RULE(CQ_PRIV_IS_UNKNOWN || !(CQ_PRIV_D(CQ_PRIV_ITEM) & CQ_PRIV_OUTER), what "(" #T "): " CQ_SAY_OBJECT_NULL_OUTER)
#define CQ_PRIV_TARGET_1(what, R) \
	CQ_PRIV_RULE(CQ_PRIV_IS_UNKNOWN || CQ_PRIV_ITEM_COUNT == (0 R##_FIELDS(CQ_PRIV_FIELD_ONE)), what "(" #R "): " CQ_SAY_FIELD_COUNT) \
	{ \
		__typeof__(_Generic(cq_q->cq_c->cq_i.cq_row, struct cq_tag_##R *: cq_q->cq_c->cq_i, default: *(cq_silent_##R *)0)) *cq_r = 0; \
		(void)cq_r; \
		enum { R##_FIELDS(CQ_PRIV_FIELD_NUMBER) cq_field_count }; \
		R##_FIELDS(CQ_PRIV_FIELD_RESULT) \
	}
#define CQ_PRIV_FIELD_NUMBER(name, ...) cq_o_##name,
/* Items without names go to fields by position; the first eight are known here. */
#define CQ_PRIV_PLACED(o) \
	__builtin_choose_expr(o == 0, cq_q->cq_c->cq_i.cq_i1, __builtin_choose_expr(o == 1, cq_q->cq_c->cq_i.cq_i2, __builtin_choose_expr(o == 2, cq_q->cq_c->cq_i.cq_i3, \
	__builtin_choose_expr(o == 3, cq_q->cq_c->cq_i.cq_i4, __builtin_choose_expr(o == 4, cq_q->cq_c->cq_i.cq_i5, __builtin_choose_expr(o == 5, cq_q->cq_c->cq_i.cq_i6, \
	__builtin_choose_expr(o == 6, cq_q->cq_c->cq_i.cq_i7, __builtin_choose_expr(o == 7, cq_q->cq_c->cq_i.cq_i8, (cq_ph_error)0))))))))
#define CQ_PRIV_FIELD_RESULT(name, ...) CQ_PRIV_FIELD_RESULT_(name, #__VA_ARGS__, __VA_ARGS__, )
#define CQ_PRIV_FIELD_RESULT_(name, text, T, ...) CQ_PRIV_FIELD_RESULT__(name, T, #T, text)
#define CQ_PRIV_FIELD_RESULT__(name, T, type_text, text) \
	__typeof__(CQ_PRIV_PLACED((CQ_PRIV_ITEM_COUNT == cq_field_count ? cq_o_##name : cq_field_count + 8))) cq_g_##name = 0; \
	(void)cq_g_##name; \
	CQ_PRIV_RULE((CQ_PRIV_A(cq_g_##name) & CQ_PRIV_ERROR) || CQ_PRIV_FIELD_FITS(cq_g_##name, CQ_PRIV_A_##T, CQ_PRIV_TAKES_##T, CQ_PRIV_MODEL_##T), \
		"field " #name " is " type_text ": " CQ_SAY_FIELD_TYPE) \
	CQ_PRIV_RULE(((CQ_PRIV_A_##T) & (CQ_PRIV_NULLABLE | CQ_PRIV_FAMILY_OBJECT)) || !(CQ_PRIV_A(cq_g_##name) & CQ_PRIV_NULLABLE), \
		"field " #name " is " type_text ": " CQ_SAY_FIELD_NULL) \
	CQ_PRIV_RULE(((CQ_PRIV_A_##T) & (CQ_PRIV_NULLABLE | CQ_PRIV_FAMILY_OBJECT)) || !(CQ_PRIV_D(cq_g_##name) & CQ_PRIV_OUTER), \
		"field " #name " is " type_text ": " CQ_SAY_FIELD_NULL_OUTER) \
	CQ_PRIV_RULE(((CQ_PRIV_A_##T) & (CQ_PRIV_NULLABLE | CQ_PRIV_FAMILY_OBJECT)) || !(CQ_PRIV_D(cq_r->name) & CQ_PRIV_OUTER), \
		"field " #name " is " text ": " CQ_SAY_FIELD_NULL_OUTER) \
	CQ_PRIV_RULE(!(CQ_PRIV_KIND(cq_q) & CQ_PRIV_K_GROUP) || !CQ_PRIV_UNGROUPED(cq_r->name, CQ_PRIV_WORD(cq_q, g), CQ_PRIV_WORD(cq_q, v)), \
		"field " #name ": " text ": " CQ_SAY_NOT_GROUPED)

#define CQ_PRIV_OUT_RULE(what, T, condition, text) CQ_PRIV_RULE(CQ_PRIV_NO_TARGET_TYPE || (condition), what "(" #T "): " text)
#define CQ_PRIV_IS_ROWS_OF(out) _Generic((out)->items, __typeof__(*cq_tt->of): 1, cq_ph_error: 1, default: 0)
#define CQ_PRIV_IS_POINTER_OF(out) _Generic((out), __typeof__(*cq_tt->of) *: 1, cq_ph_error: 1, default: 0)

/* The output, evaluated once. What is no pointer (a forgotten &) is one error, and nothing more is said about it. */
typedef struct { cq_ph_error items; } cq_ph_no_rows;
extern cq_ph_error cq_out_o, cq_out;
#define CQ_PRIV_IS_OUT(e) _Generic((e), cq_ph_error: 0, default: __builtin_classify_type(e) == 5)
#define CQ_PRIV_OUT(what, out, nothing) \
	__auto_type cq_out_o = out; \
	CQ_PRIV_RULE(_Generic(cq_out_o, cq_ph_error: 1, default: CQ_PRIV_IS_OUT(cq_out_o)), what ": " CQ_SAY_NO_OUTPUT) \
	__auto_type cq_out = __builtin_choose_expr(CQ_PRIV_IS_OUT(cq_out_o), cq_out_o, (nothing)0); \
	(void)cq_out_o;

/* ---- scalars: the C type of the output says what the column must be */
#define CQ_PRIV_TAKES_LONG (sizeof(long) == 8 ? CQ_PRIV_TAKES_BIGINT : CQ_PRIV_TAKES_INTEGER)
#define CQ_PRIV_SCALAR_TAKES(p) \
	_Generic((p), cq_ph_error: CQ_PRIV_EXACT | CQ_PRIV_NULLABLE, bool *: CQ_PRIV_TAKES_BOOLEAN, int16_t *: CQ_PRIV_TAKES_SMALLINT, int32_t *: CQ_PRIV_TAKES_INTEGER | CQ_PRIV_TAKES_ENUM(0), long *: CQ_PRIV_TAKES_LONG, long long *: CQ_PRIV_TAKES_BIGINT, \
		float *: CQ_PRIV_TAKES_REAL, double *: CQ_PRIV_TAKES_DOUBLE, cq_decimal *: 0x8000000000, const char **: 0x2010001000000, cq_bytes *: CQ_PRIV_TAKES_BYTES | CQ_PRIV_NULLABLE, \
		cq_date *: CQ_PRIV_TAKES_DATE, cq_time *: CQ_PRIV_TAKES_TIME, cq_timestamp *: CQ_PRIV_TAKES_TIMESTAMP, cq_interval *: CQ_PRIV_TAKES_INTERVAL, cq_uuid *: CQ_PRIV_TAKES_UUID, \
		cq_opt_bool *: CQ_PRIV_TAKES_NULLABLE(BOOLEAN), cq_opt_int16 *: CQ_PRIV_TAKES_NULLABLE(SMALLINT), cq_opt_int32 *: CQ_PRIV_TAKES_NULLABLE(INTEGER), \
		cq_opt_int64 *: CQ_PRIV_TAKES_NULLABLE(BIGINT), cq_opt_float *: CQ_PRIV_TAKES_NULLABLE(REAL), cq_opt_double *: CQ_PRIV_TAKES_NULLABLE(DOUBLE), \
		cq_opt_decimal *: 0x8001000000, cq_opt_date *: CQ_PRIV_TAKES_NULLABLE(DATE), cq_opt_time *: CQ_PRIV_TAKES_NULLABLE(TIME), \
		cq_opt_timestamp *: CQ_PRIV_TAKES_NULLABLE(TIMESTAMP), cq_opt_interval *: CQ_PRIV_TAKES_NULLABLE(INTERVAL), cq_opt_uuid *: CQ_PRIV_TAKES_NULLABLE(UUID), \
		cq_opt_enum *: 0x4000001000000, default: __builtin_classify_type(*(p)) == 1 && sizeof *(p) == 4 ? 0x4000000000000 : 0)
#define CQ_PRIV_SCALAR_CODE(p) \
	_Generic((p), bool *: CQ_TYPE_BOOLEAN, int16_t *: CQ_TYPE_SMALLINT, int32_t *: CQ_TYPE_INTEGER, long *: CQ_PRIV_LONG_TYPE, long long *: CQ_TYPE_BIGINT, float *: CQ_TYPE_REAL, double *: CQ_TYPE_DOUBLE, \
		cq_decimal *: CQ_TYPE_DECIMAL, const char **: CQ_TYPE_TEXT, cq_bytes *: CQ_TYPE_BYTES, cq_date *: CQ_TYPE_DATE, cq_time *: CQ_TYPE_TIME, cq_timestamp *: CQ_TYPE_TIMESTAMP, \
		cq_interval *: CQ_TYPE_INTERVAL, cq_uuid *: CQ_TYPE_UUID, cq_opt_bool *: CQ_TYPE_BOOLEAN, cq_opt_int16 *: CQ_TYPE_SMALLINT, cq_opt_int32 *: CQ_TYPE_INTEGER, \
		cq_opt_int64 *: CQ_TYPE_BIGINT, cq_opt_float *: CQ_TYPE_REAL, cq_opt_double *: CQ_TYPE_DOUBLE, cq_opt_decimal *: CQ_TYPE_DECIMAL, cq_opt_date *: CQ_TYPE_DATE, \
		cq_opt_time *: CQ_TYPE_TIME, cq_opt_timestamp *: CQ_TYPE_TIMESTAMP, cq_opt_interval *: CQ_TYPE_INTERVAL, cq_opt_uuid *: CQ_TYPE_UUID, cq_opt_enum *: CQ_TYPE_ENUM, \
		default: CQ_TYPE_ENUM)
#define CQ_PRIV_SCALAR(what, p) \
	CQ_PRIV_OUT(what, p, cq_ph_error) \
	CQ_PRIV_RULE(CQ_PRIV_IS_UNKNOWN || CQ_PRIV_ITEM_COUNT == 1, what ": " CQ_SAY_SCALAR_COLUMNS) \
	CQ_PRIV_RULE(CQ_PRIV_SCALAR_TAKES(cq_out) && (CQ_PRIV_IS_UNKNOWN || (CQ_PRIV_A(CQ_PRIV_ITEM) & CQ_PRIV_ERROR) || CQ_PRIV_ITEM_COUNT != 1 || \
		(!(CQ_PRIV_A(CQ_PRIV_ITEM) & CQ_PRIV_EXACT & ~(cq_u)CQ_PRIV_SCALAR_TAKES(cq_out)) && !(CQ_PRIV_A(CQ_PRIV_ITEM) & CQ_PRIV_FAMILY_OBJECT))), what ": " CQ_SAY_SCALAR_TYPE) \
	CQ_PRIV_RULE(CQ_PRIV_IS_UNKNOWN || (CQ_PRIV_SCALAR_TAKES(cq_out) & CQ_PRIV_NULLABLE) || \
		(!(CQ_PRIV_A(CQ_PRIV_ITEM) & CQ_PRIV_NULLABLE) && !(CQ_PRIV_D(CQ_PRIV_ITEM) & CQ_PRIV_OUTER)), what ": " CQ_SAY_SCALAR_NULL) \
	const cq_target cq_scalar_ = {CQ_TARGET_SCALAR, CQ_PRIV_SCALAR_CODE(cq_out), (CQ_PRIV_SCALAR_TAKES(cq_out) & CQ_PRIV_NULLABLE) != 0, sizeof *cq_out, (void *)0};

#endif
