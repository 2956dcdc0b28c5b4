/* cquel/priv/row.h: SELECT_ROW and RETURNING_ROW: the fields of a row list as the items of a statement, each checked against
 * the type of its field where it is selected.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_ROW_H
#define CQUEL_PRIV_ROW_H

#include <cquel/priv/model.h>
#include <cquel/priv/statement.h>

/* The number of the model whose objects a field of the type holds; 0 for other types. */
#define CQ_PRIV_MODEL_BOOLEAN 0
#define CQ_PRIV_MODEL_SMALLINT 0
#define CQ_PRIV_MODEL_INTEGER 0
#define CQ_PRIV_MODEL_BIGINT 0
#define CQ_PRIV_MODEL_REAL 0
#define CQ_PRIV_MODEL_DOUBLE 0
#define CQ_PRIV_MODEL_DECIMAL(p, s) 0
#define CQ_PRIV_MODEL_TEXT 0
#define CQ_PRIV_MODEL_VARCHAR(n) 0
#define CQ_PRIV_MODEL_CHAR(n) 0
#define CQ_PRIV_MODEL_BYTES 0
#define CQ_PRIV_MODEL_DATE 0
#define CQ_PRIV_MODEL_TIME 0
#define CQ_PRIV_MODEL_TIMESTAMP 0
#define CQ_PRIV_MODEL_INTERVAL 0
#define CQ_PRIV_MODEL_UUID 0
#define CQ_PRIV_MODEL_JSON 0
#define CQ_PRIV_MODEL_ENUM(E) 0
#define CQ_PRIV_MODEL_OBJECT(S) cq_model_##S
#define CQ_PRIV_MODEL_LIST(R) 0
#define CQ_PRIV_MODEL_NULLABLE(T) CQ_PRIV_MODEL_##T

/* Whether what an expression yields goes into a field without loss. A LIST is an object of its own exact type. */
#define CQ_PRIV_IN_FIELDS (CQ_PRIV_EXACT | (CQ_PRIV_FAMILIES & ~CQ_PRIV_FAMILY_OBJECT))
#define CQ_PRIV_FIELD_FITS(h, bits, takes, model) \
	((model) ? (CQ_PRIV_A(h) & CQ_PRIV_FAMILY_OBJECT) && (CQ_PRIV_B(h) & 0xffffffff) == (cq_u)(model) : \
		(CQ_PRIV_A(h) & (bits) & CQ_PRIV_IN_FIELDS) && !(CQ_PRIV_A(h) & CQ_PRIV_EXACT & ~(cq_u)(takes)))
#define CQ_PRIV_FIELD_SELECT(name, T, ...) CQ_PRIV_FIELD_SELECT_(name, T, #T, #__VA_ARGS__, __VA_ARGS__)
#define CQ_PRIV_FIELD_SELECT_(name, T, type_text, text, x) \
	CQ_PRIV_HANDLE(cq_f_##name, x, "field " #name ": " text) \
	CQ_PRIV_RULE((CQ_PRIV_A(cq_f_##name) & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)) || CQ_PRIV_FIELD_FITS(cq_f_##name, CQ_PRIV_A_##T, CQ_PRIV_TAKES_##T, CQ_PRIV_MODEL_##T), \
		"field " #name " is " type_text ": " text ": " CQ_SAY_FIELD_TYPE) \
	CQ_PRIV_RULE(((CQ_PRIV_A_##T) & (CQ_PRIV_NULLABLE | CQ_PRIV_FAMILY_OBJECT)) || !(CQ_PRIV_A(cq_f_##name) & CQ_PRIV_NULLABLE) || (CQ_PRIV_A(cq_f_##name) & CQ_PRIV_ERROR), \
		"field " #name " is " type_text ": " text ": " CQ_SAY_FIELD_NULL)
#define CQ_PRIV_FIELD_OR_A(name, ...) | CQ_PRIV_A(cq_f_##name)
#define CQ_PRIV_FIELD_OR_C(name, ...) | CQ_PRIV_C(cq_f_##name)
#define CQ_PRIV_FIELD_ONE(name, ...) +1
#define CQ_PRIV_FIELD_TYPE(name, ...) __typeof__(cq_f_##name) name;
#define CQ_PRIV_FIELD_FENCE(name, ...) extern cq_ph_error cq_f_##name##_o, cq_f_##name##_w, cq_f_##name;
#ifdef __clang__
#define CQ_PRIV_FIELD_FENCES(R)
#else
#define CQ_PRIV_FIELD_FENCES(R) R##_FIELDS(CQ_PRIV_FIELD_FENCE) (void)0;
#endif

/* The clause's items are the fields by name; i1 … i8 say nothing. The tag is what an executor knows the row by. A name that
 * is no list of fields is looked up as a row, so the compiler names it. */
#define CQ_PRIV_ROW_LIST(op, kind, txt, R) CQ_PRIV_CAT(CQ_PRIV_ROW_LIST_, CQ_PRIV_IS_LIST(R##_FIELDS(CQ_PRIV_NOTHING)))(op, kind, txt, R)
#define CQ_PRIV_ROW_LIST_0(op, kind, txt, R) CQ_PRIV_X({ (void)R##_FIELDS; CQ_PRIV_ELSE_NONE (cq_ph_none *)0; })
#define CQ_PRIV_ROW_LIST_1(op, kind, txt, R) CQ_PRIV_ROW_LIST_OF(op, kind, txt, R, CQ_PRIV_ROW_LIST_PARTS(R), R##_FIELDS(CQ_PRIV_FIELD_SELECT))
/* The fields, and what COLLECT (cquel/priv/collect.h) needs them to be: arguments, which are expanded before the macro is at work. */
#define CQ_PRIV_ROW_LIST_PARTS(R) (0 R##_FIELDS(CQ_PRIV_FIELD_ONE)), (0 R##_FIELDS(CQ_PRIV_FIELD_OR_A)), (0 R##_FIELDS(CQ_PRIV_FIELD_OR_C)), R##_FIELDS(CQ_PRIV_FIELD_TYPE)
#define CQ_PRIV_ROW_LIST_OF(...) CQ_PRIV_ROW_LIST_OF_(__VA_ARGS__)
#define CQ_PRIV_ROW_LIST_OF_(op, kind, txt, R, number, any, tables, types, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_FIELD_FENCES(R) CQ_PRIV_X({ __VA_ARGS__ \
		enum { cq_number = number }; CQ_PRIV_RULE(!(any & CQ_PRIV_AGGREGATE) || !((kind) & CQ_PRIV_K_RETURNING), txt ": " CQ_SAY_AGGREGATE_IN_WHERE) \
		cq_push_ref(cq_s, op, cq_number, &cq_row_##R); CQ_PRIV_ELSE_NONE \
		(CQ_PRIV_CLAUSE((kind) | ((kind) == CQ_PRIV_K_SELECT ? any & CQ_PRIV_LISTED : 0), tables, 0, 0, 0, 0, cq_number, \
			struct { cq_ph_error cq_i1 CQ_PRIV_COMMA cq_i2 CQ_PRIV_COMMA cq_i3 CQ_PRIV_COMMA cq_i4 CQ_PRIV_COMMA cq_i5 CQ_PRIV_COMMA cq_i6 CQ_PRIV_COMMA cq_i7 CQ_PRIV_COMMA cq_i8; \
				types struct cq_tag_##R *cq_row; }) *)0; }); })
#define CQ_PRIV_SELECT_ROW(txt, R) CQ_PRIV_ROW_LIST(CQ_OP_SELECT_ROW, CQ_PRIV_K_SELECT, txt, R)
#define CQ_PRIV_RETURNING_ROW(txt, R) CQ_PRIV_ROW_LIST(CQ_OP_RETURNING_ROW, CQ_PRIV_K_RETURNING, txt, R)

#endif
