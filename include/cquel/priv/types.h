/* cquel/priv/types.h: what the type words of the lists (BIGINT, VARCHAR(50), NULLABLE(TEXT), ENUM(Role) …) expand into.
 *
 * The words themselves are no macros: a list pastes a prefix to them. For each type T there are
 *   CQ_PRIV_C_T      the C type of a member                CQ_PRIV_O_T      the C type of a nullable member
 *   CQ_PRIV_A_T      bits of the first word of a phantom   CQ_PRIV_CODE_T   its cq_type
 *   CQ_PRIV_ROWS_T   attribute rows that it brings         CQ_PRIV_SCALE_T, CQ_PRIV_DETAIL_T  for a row's field
 *   CQ_PRIV_FILL_T(member, x)  and CQ_PRIV_MARK_T(member)  how CQ_NEW puts a default, or the database's marker, there
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_TYPES_H
#define CQUEL_PRIV_TYPES_H

#include <cquel/model.h>
#include <cquel/priv/repeat.h>

/* The first word of a phantom. Bits 0 to 15: the families it can serve, two operands fit when theirs meet. Bits 16 to 23:
 * what is said about an expression. Bits 24 to 31: the flags of a column, as in cq_column. Bits 32 to 50: its exact types. Bits
 * 51 to 55: what only columns, assignments and functions say. */
#define CQ_PRIV_FAMILY_BOOLEAN 0x1
#define CQ_PRIV_FAMILY_INTEGER 0x2
#define CQ_PRIV_FAMILY_REAL 0x4
#define CQ_PRIV_FAMILY_DECIMAL 0x8
#define CQ_PRIV_FAMILY_TEXT 0x10
#define CQ_PRIV_FAMILY_BYTES 0x20
#define CQ_PRIV_FAMILY_DATE 0x40
#define CQ_PRIV_FAMILY_INTERVAL 0x200
#define CQ_PRIV_FAMILY_JSON 0x800
#define CQ_PRIV_FAMILY_NULL 0x2000
#define CQ_PRIV_FAMILY_OBJECT 0x4000
#define CQ_PRIV_FAMILY_ORDERING 0x8000
#define CQ_PRIV_NUMBER 0xe
#define CQ_PRIV_FAMILIES 0xffff
#define CQ_PRIV_AGGREGATE 0x10000
#define CQ_PRIV_BARE 0x20000
#define CQ_PRIV_ERROR 0x40000
#define CQ_PRIV_WRONG 0x80000
#define CQ_PRIV_QUERY 0x100000
#define CQ_PRIV_SAYS 0x30000 /* an aggregate, a bare column: what an operator passes on */
#define CQ_PRIV_UNSPOKEN 0xc2000 /* FAMILY_NULL, ERROR, WRONG */
#define CQ_PRIV_TUPLE 0x200000 /* ROW(...) */
#define CQ_PRIV_BRANCH 0x400000 /* CASE_WHEN(...), ELSE(...) */
#define CQ_PRIV_OPTION_BIT 0x800000 /* SELECTIN(...) and what else stands in OPTIONS */
#define CQ_PRIV_NULLABLE 0x1000000
#define CQ_PRIV_KEY 0x2000000
#define CQ_PRIV_FIXED 0xc000000 /* AUTO_INCREMENT and GENERATED: never assigned */
#define CQ_PRIV_DEFAULTS 0x30000000
#define CQ_PRIV_EXACT 0x7ffff00000000
#define CQ_PRIV_OPTIONAL 0x8000000000000 /* a column that INSERT_INTO may leave out */
#define CQ_PRIV_REFERS 0x10000000000000  /* a column with REFERENCES */
#define CQ_PRIV_IS_SET 0x20000000000000  /* SET(...) */
#define CQ_PRIV_IS_ROWS 0x40000000000000 /* VALUES(...) */
#define CQ_PRIV_FUNCTION 0x80000000000000 /* an aggregate or window function by itself, as OVER takes it */

#define CQ_PRIV_A_BOOLEAN 0x200000001
#define CQ_PRIV_A_SMALLINT 0x400000002
#define CQ_PRIV_A_INTEGER 0x800000002
#define CQ_PRIV_A_BIGINT 0x1000000002
#define CQ_PRIV_A_REAL 0x2000000004
#define CQ_PRIV_A_DOUBLE 0x4000000004
#define CQ_PRIV_A_DECIMAL(p, s) 0x8000000008
#define CQ_PRIV_A_TEXT 0x10000000010
#define CQ_PRIV_A_VARCHAR(n) 0x10000000010
#define CQ_PRIV_A_CHAR(n) 0x10000000010
#define CQ_PRIV_A_BYTES 0x80000000020
#define CQ_PRIV_A_DATE 0x100000000040
#define CQ_PRIV_A_TIME 0x200000000080
#define CQ_PRIV_A_TIMESTAMP 0x400000000100
#define CQ_PRIV_A_INTERVAL 0x800000000200
#define CQ_PRIV_A_UUID 0x1000000000400
#define CQ_PRIV_A_JSON 0x2000000000800
#define CQ_PRIV_A_ENUM(E) 0x4000000001000
#define CQ_PRIV_A_OBJECT(S) 0x4000
#define CQ_PRIV_A_LIST(R) 0x100004000
#define CQ_PRIV_A_NULLABLE(T) CQ_PRIV_A_##T | 0x8000001000000

/* The exact types that a member of type T can take without loss. */
#define CQ_PRIV_TAKES_BOOLEAN 0x200000000
#define CQ_PRIV_TAKES_SMALLINT 0x400000000
#define CQ_PRIV_TAKES_INTEGER 0xc00000000
#define CQ_PRIV_TAKES_BIGINT 0x1c00000000
#define CQ_PRIV_TAKES_REAL 0x2000000000
#define CQ_PRIV_TAKES_DOUBLE 0x6000000000
#define CQ_PRIV_TAKES_DECIMAL(p, s) 0x8000000000
#define CQ_PRIV_TAKES_TEXT 0x10000000000
#define CQ_PRIV_TAKES_VARCHAR(n) 0x10000000000
#define CQ_PRIV_TAKES_CHAR(n) 0x10000000000
#define CQ_PRIV_TAKES_BYTES 0x80000000000
#define CQ_PRIV_TAKES_DATE 0x100000000000
#define CQ_PRIV_TAKES_TIME 0x200000000000
#define CQ_PRIV_TAKES_TIMESTAMP 0x400000000000
#define CQ_PRIV_TAKES_INTERVAL 0x800000000000
#define CQ_PRIV_TAKES_UUID 0x1000000000000
#define CQ_PRIV_TAKES_JSON 0x2000000000000
#define CQ_PRIV_TAKES_ENUM(E) 0x4000000000000
#define CQ_PRIV_TAKES_OBJECT(S) 0
/* Of a list the lowest bit is that it is one, the others are whose rows it holds. */
#define CQ_PRIV_TAKES_LIST(R) (0x100000000 | (cq_u)cq_list_is_##R << 33)
#define CQ_PRIV_TAKES_NULLABLE(T) CQ_PRIV_TAKES_##T | 0x1000000

#define CQ_PRIV_C_BOOLEAN bool
#define CQ_PRIV_C_SMALLINT int16_t
#define CQ_PRIV_C_INTEGER int32_t
#define CQ_PRIV_C_BIGINT int64_t
#define CQ_PRIV_C_REAL float
#define CQ_PRIV_C_DOUBLE double
#define CQ_PRIV_C_DECIMAL(p, s) cq_decimal
#define CQ_PRIV_C_TEXT const char *
#define CQ_PRIV_C_VARCHAR(n) const char *
#define CQ_PRIV_C_CHAR(n) const char *
#define CQ_PRIV_C_BYTES cq_bytes
#define CQ_PRIV_C_DATE cq_date
#define CQ_PRIV_C_TIME cq_time
#define CQ_PRIV_C_TIMESTAMP cq_timestamp
#define CQ_PRIV_C_INTERVAL cq_interval
#define CQ_PRIV_C_UUID cq_uuid
#define CQ_PRIV_C_JSON const char *
#define CQ_PRIV_C_ENUM(E) E
#define CQ_PRIV_C_OBJECT(S) S *
#define CQ_PRIV_C_LIST(R) cq_list_##R
#define CQ_PRIV_C_NULLABLE(T) CQ_PRIV_O_##T

#define CQ_PRIV_O_BOOLEAN cq_opt_bool
#define CQ_PRIV_O_SMALLINT cq_opt_int16
#define CQ_PRIV_O_INTEGER cq_opt_int32
#define CQ_PRIV_O_BIGINT cq_opt_int64
#define CQ_PRIV_O_REAL cq_opt_float
#define CQ_PRIV_O_DOUBLE cq_opt_double
#define CQ_PRIV_O_DECIMAL(p, s) cq_opt_decimal
#define CQ_PRIV_O_TEXT const char *
#define CQ_PRIV_O_VARCHAR(n) const char *
#define CQ_PRIV_O_CHAR(n) const char *
#define CQ_PRIV_O_BYTES cq_bytes
#define CQ_PRIV_O_DATE cq_opt_date
#define CQ_PRIV_O_TIME cq_opt_time
#define CQ_PRIV_O_TIMESTAMP cq_opt_timestamp
#define CQ_PRIV_O_INTERVAL cq_opt_interval
#define CQ_PRIV_O_UUID cq_opt_uuid
#define CQ_PRIV_O_JSON const char *
#define CQ_PRIV_O_ENUM(E) cq_opt_enum

#define CQ_PRIV_CODE_BOOLEAN CQ_TYPE_BOOLEAN
#define CQ_PRIV_CODE_SMALLINT CQ_TYPE_SMALLINT
#define CQ_PRIV_CODE_INTEGER CQ_TYPE_INTEGER
#define CQ_PRIV_CODE_BIGINT CQ_TYPE_BIGINT
#define CQ_PRIV_CODE_REAL CQ_TYPE_REAL
#define CQ_PRIV_CODE_DOUBLE CQ_TYPE_DOUBLE
#define CQ_PRIV_CODE_DECIMAL(p, s) CQ_TYPE_DECIMAL
#define CQ_PRIV_CODE_TEXT CQ_TYPE_TEXT
#define CQ_PRIV_CODE_VARCHAR(n) CQ_TYPE_VARCHAR
#define CQ_PRIV_CODE_CHAR(n) CQ_TYPE_CHAR
#define CQ_PRIV_CODE_BYTES CQ_TYPE_BYTES
#define CQ_PRIV_CODE_DATE CQ_TYPE_DATE
#define CQ_PRIV_CODE_TIME CQ_TYPE_TIME
#define CQ_PRIV_CODE_TIMESTAMP CQ_TYPE_TIMESTAMP
#define CQ_PRIV_CODE_INTERVAL CQ_TYPE_INTERVAL
#define CQ_PRIV_CODE_UUID CQ_TYPE_UUID
#define CQ_PRIV_CODE_JSON CQ_TYPE_JSON
#define CQ_PRIV_CODE_ENUM(E) CQ_TYPE_ENUM
#define CQ_PRIV_CODE_OBJECT(S) CQ_TYPE_OBJECT
#define CQ_PRIV_CODE_LIST(R) CQ_TYPE_LIST
#define CQ_PRIV_CODE_NULLABLE(T) CQ_PRIV_CODE_##T

/* Attribute rows of a type with parameters; CQ_PRIV_ROW(kind, number, integer, real, first, second). */
#define CQ_PRIV_ROW(kind, ...) {CQ_ATTRIBUTE_##kind, __VA_ARGS__},
#define CQ_PRIV_ROWS_BOOLEAN
#define CQ_PRIV_ROWS_SMALLINT
#define CQ_PRIV_ROWS_INTEGER
#define CQ_PRIV_ROWS_BIGINT
#define CQ_PRIV_ROWS_REAL
#define CQ_PRIV_ROWS_DOUBLE
#define CQ_PRIV_ROWS_DECIMAL(p, s) CQ_PRIV_ROW(PRECISION, CQ_PRIV_DIGITS(p, s), (s), 0, 0, 0)
#define CQ_PRIV_ROWS_TEXT
#define CQ_PRIV_ROWS_VARCHAR(n) CQ_PRIV_ROW(LENGTH, CQ_PRIV_LENGTH(n), 0, 0, 0, 0)
#define CQ_PRIV_ROWS_CHAR(n) CQ_PRIV_ROW(LENGTH, CQ_PRIV_LENGTH(n), 0, 0, 0, 0)
#define CQ_PRIV_ROWS_BYTES
#define CQ_PRIV_ROWS_DATE
#define CQ_PRIV_ROWS_TIME
#define CQ_PRIV_ROWS_TIMESTAMP
#define CQ_PRIV_ROWS_INTERVAL
#define CQ_PRIV_ROWS_UUID
#define CQ_PRIV_ROWS_JSON
#define CQ_PRIV_ROWS_ENUM(E) CQ_PRIV_ROW(ENUM, 0, 0, 0, &cq_enum_##E, 0)
#define CQ_PRIV_ROWS_NULLABLE(T) CQ_PRIV_ROWS_##T

/* A number that a wrong parameter turns into an error of its own. */
#define CQ_PRIV_DEMAND(value, condition, text) \
	((value) + 0 * sizeof(struct { _Static_assert(condition, text); int cq_demand; }))
#define CQ_PRIV_DIGITS(p, s) \
	CQ_PRIV_DEMAND(p, (p) >= 1 && (p) <= 18 && (s) >= 0 && (s) <= (p), "DECIMAL(" #p ", " #s "): 1 to 18 digits, of which 0 to all stand behind the point")
#define CQ_PRIV_LENGTH(n) CQ_PRIV_DEMAND(n, (n) >= 1 && (n) <= 10485760, "a length of " #n ": 1 to 10485760 characters")

#define CQ_PRIV_SCALE_BOOLEAN 0
#define CQ_PRIV_SCALE_SMALLINT 0
#define CQ_PRIV_SCALE_INTEGER 0
#define CQ_PRIV_SCALE_BIGINT 0
#define CQ_PRIV_SCALE_REAL 0
#define CQ_PRIV_SCALE_DOUBLE 0
#define CQ_PRIV_SCALE_DECIMAL(p, s) s
#define CQ_PRIV_SCALE_TEXT 0
#define CQ_PRIV_SCALE_VARCHAR(n) 0
#define CQ_PRIV_SCALE_CHAR(n) 0
#define CQ_PRIV_SCALE_BYTES 0
#define CQ_PRIV_SCALE_DATE 0
#define CQ_PRIV_SCALE_TIME 0
#define CQ_PRIV_SCALE_TIMESTAMP 0
#define CQ_PRIV_SCALE_INTERVAL 0
#define CQ_PRIV_SCALE_UUID 0
#define CQ_PRIV_SCALE_JSON 0
#define CQ_PRIV_SCALE_ENUM(E) 0
#define CQ_PRIV_SCALE_OBJECT(S) 0
#define CQ_PRIV_SCALE_LIST(R) 0
#define CQ_PRIV_SCALE_NULLABLE(T) CQ_PRIV_SCALE_##T

#define CQ_PRIV_DETAIL_BOOLEAN 0
#define CQ_PRIV_DETAIL_SMALLINT 0
#define CQ_PRIV_DETAIL_INTEGER 0
#define CQ_PRIV_DETAIL_BIGINT 0
#define CQ_PRIV_DETAIL_REAL 0
#define CQ_PRIV_DETAIL_DOUBLE 0
#define CQ_PRIV_DETAIL_DECIMAL(p, s) 0
#define CQ_PRIV_DETAIL_TEXT 0
#define CQ_PRIV_DETAIL_VARCHAR(n) 0
#define CQ_PRIV_DETAIL_CHAR(n) 0
#define CQ_PRIV_DETAIL_BYTES 0
#define CQ_PRIV_DETAIL_DATE 0
#define CQ_PRIV_DETAIL_TIME 0
#define CQ_PRIV_DETAIL_TIMESTAMP 0
#define CQ_PRIV_DETAIL_INTERVAL 0
#define CQ_PRIV_DETAIL_UUID 0
#define CQ_PRIV_DETAIL_JSON 0
#define CQ_PRIV_DETAIL_ENUM(E) &cq_enum_##E
#define CQ_PRIV_DETAIL_OBJECT(S) &cq_table_of_##S
#define CQ_PRIV_DETAIL_LIST(R) &cq_row_##R
#define CQ_PRIV_DETAIL_NULLABLE(T) CQ_PRIV_DETAIL_##T

/* Defaults: assigned as C assigns; a nullable member becomes present. A decimal is read from the text of its constant. */
#define CQ_PRIV_FILL_PLAIN(member, x) member = (x);
#define CQ_PRIV_FILL_OPTIONAL(member, x) member.present = true; member.value = (x);
#define CQ_PRIV_FILL_BOOLEAN CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_SMALLINT CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_INTEGER CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_BIGINT CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_REAL CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_DOUBLE CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_DECIMAL(p, s) CQ_PRIV_FILL_DECIMAL_
#define CQ_PRIV_FILL_DECIMAL_(member, x) member = cq_decimal_constant(CQ_PRIV_CONSTANT_TEXT(x));
#define CQ_PRIV_CONSTANT_TEXT(x) _Generic((x), char *: (x), const char *: (x), default: #x)
#define CQ_PRIV_FILL_TEXT CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_VARCHAR(n) CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_CHAR(n) CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_BYTES CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_DATE CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_TIME CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_TIMESTAMP CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_INTERVAL CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_UUID CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_JSON CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_ENUM(E) CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_NULLABLE(T) CQ_PRIV_FILL_O_##T
#define CQ_PRIV_FILL_O_BOOLEAN CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_SMALLINT CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_INTEGER CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_BIGINT CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_REAL CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_DOUBLE CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_DECIMAL(p, s) CQ_PRIV_FILL_O_DECIMAL_
#define CQ_PRIV_FILL_O_DECIMAL_(member, x) member.present = true; member.value = cq_decimal_constant(CQ_PRIV_CONSTANT_TEXT(x));
#define CQ_PRIV_FILL_O_TEXT CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_O_VARCHAR(n) CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_O_CHAR(n) CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_O_BYTES CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_O_DATE CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_TIME CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_TIMESTAMP CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_INTERVAL CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_UUID CQ_PRIV_FILL_OPTIONAL
#define CQ_PRIV_FILL_O_JSON CQ_PRIV_FILL_PLAIN
#define CQ_PRIV_FILL_O_ENUM(E) CQ_PRIV_FILL_OPTIONAL

#endif
