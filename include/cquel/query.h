/* cquel/query.h: a statement as data (a flat postfix program beside an array of values) and the functions that write one.
 *
 * Every macro of the language does nothing but evaluate its operands in order and then append one node with the functions
 * below, so whatever a macro can build, these build too: dynamic statements, bindings, debugging. It knows nothing of SQL text.
 *
 * Each node takes `count` results of the nodes before it as operands and leaves one: EQ(users.id, 7) is
 *     COLUMN users.id | VALUE BIGINT | EQ 2
 * and a statement is its clauses, each one result, closed by a STATEMENT node that takes them all.
 */
#ifndef CQUEL_QUERY_H
#define CQUEL_QUERY_H

#include <cquel/model.h>

/* OPERATOR(name, sort, text): every node there is; text is the word a program writes, for messages.
 * Sorts: LEAF takes nothing; VALUE takes the next value of the value array; EXPRESSION and CONDITION take operands and are
 * usable in expressions; ORDERING stands in ORDER_BY; CLAUSE stands in a statement; ASSIGNMENT in INSERT_INTO and UPDATE;
 * STATEMENT closes.
 *
 * ref of a node:  COLUMN: const cq_column *.  ALL, FROM, JOIN, LEFT_JOIN, INSERT_INTO, UPDATE, DELETE_FROM, SELECT_ALL,
 * RETURNING_ALL, ROWS: const cq_table *.  SET: const cq_column *.  SELECT_ROW, RETURNING_ROW: const cq_row_type *.
 * LABEL, AS, BIND: the name.  RAW, RAW_SQL: the text.  VALUE of an enum array and RAW of an enum: NULL.  Others: NULL.
 */
/* clang-format off */
#define CQ_OPERATOR_LIST(OPERATOR)                                                                                \
	OPERATOR(ABSENT,         LEAF,       "WHEN")           /* an optional part that is not there */                  \
	OPERATOR(COLUMN,         LEAF,       "a column")                                                              \
	OPERATOR(VALUE,          VALUE,      "VALUE")          /* type: cq_type of the C value; flags: CQ_VALUE_… */      \
	OPERATOR(NULL,           LEAF,       "NULL")           /* the word itself; type may be known (NULL_TEXT …) */      \
	OPERATOR(LABEL,          LEAF,       "LABEL")                                                                 \
	OPERATOR(ALL,            LEAF,       "ALL")            /* every column of a table, as an object */               \
	OPERATOR(COUNT_ROWS,     LEAF,       "COUNT_ROWS")     /* COUNT of rows */                                       \
	OPERATOR(RAW,            EXPRESSION, "RAW")            /* type: of the result; each ? of the text is an operand */ \
	OPERATOR(EQ,             CONDITION,  "EQ")                                                                    \
	OPERATOR(NE,             CONDITION,  "NE")                                                                    \
	OPERATOR(LT,             CONDITION,  "LT")                                                                    \
	OPERATOR(LE,             CONDITION,  "LE")                                                                    \
	OPERATOR(GT,             CONDITION,  "GT")                                                                    \
	OPERATOR(GE,             CONDITION,  "GE")                                                                    \
	OPERATOR(AND,            CONDITION,  "AND")            /* any number */                                          \
	OPERATOR(OR,             CONDITION,  "OR")                                                                    \
	OPERATOR(NOT,            CONDITION,  "NOT")                                                                   \
	OPERATOR(ALL_OF,         CONDITION,  "ALL_OF")         /* AND over a run-time number, also none */                \
	OPERATOR(ANY_OF,         CONDITION,  "ANY_OF")                                                                \
	OPERATOR(IS_NULL,        CONDITION,  "IS_NULL")                                                               \
	OPERATOR(IS_NOT_NULL,    CONDITION,  "IS_NOT_NULL")                                                           \
	OPERATOR(IN,             CONDITION,  "IN")             /* needle, then the list */                               \
	OPERATOR(NOT_IN,         CONDITION,  "NOT_IN")                                                                \
	OPERATOR(IN_ARRAY,       CONDITION,  "IN_ARRAY")       /* needle, one VALUE with CQ_VALUE_ARRAY */                \
	OPERATOR(NOT_IN_ARRAY,   CONDITION,  "NOT_IN_ARRAY")                                                          \
	OPERATOR(IN_QUERY,       CONDITION,  "IN")             /* needle, one SUBQUERY */                                \
	OPERATOR(NOT_IN_QUERY,   CONDITION,  "NOT_IN")                                                                \
	OPERATOR(BETWEEN,        CONDITION,  "BETWEEN")        /* value, low, high */                                    \
	OPERATOR(LIKE,           CONDITION,  "LIKE")           /* the program's own pattern; no escape character but ! */  \
	OPERATOR(ILIKE,          CONDITION,  "ILIKE")                                                                 \
	OPERATOR(STARTS_WITH,    CONDITION,  "STARTS_WITH")    /* the second operand is taken literally */               \
	OPERATOR(ENDS_WITH,      CONDITION,  "ENDS_WITH")                                                             \
	OPERATOR(CONTAINS,       CONDITION,  "CONTAINS")                                                              \
	OPERATOR(EXISTS,         CONDITION,  "EXISTS")         /* one SUBQUERY */                                        \
	OPERATOR(ADD,            EXPRESSION, "ADD")                                                                   \
	OPERATOR(SUB,            EXPRESSION, "SUB")                                                                   \
	OPERATOR(MUL,            EXPRESSION, "MUL")                                                                   \
	OPERATOR(DIV,            EXPRESSION, "DIV")                                                                   \
	OPERATOR(MOD,            EXPRESSION, "MOD")                                                                   \
	OPERATOR(NEG,            EXPRESSION, "NEG")                                                                   \
	OPERATOR(CONCAT,         EXPRESSION, "CONCAT")         /* any number */                                          \
	OPERATOR(COALESCE,       EXPRESSION, "COALESCE")       /* any number */                                          \
	OPERATOR(LOWER,          EXPRESSION, "LOWER")                                                                 \
	OPERATOR(UPPER,          EXPRESSION, "UPPER")                                                                 \
	OPERATOR(LENGTH,         EXPRESSION, "LENGTH")         /* characters of a text, bytes of BYTES */                \
	OPERATOR(COUNT,          EXPRESSION, "COUNT")                                                                 \
	OPERATOR(COUNT_DISTINCT, EXPRESSION, "COUNT_DISTINCT")                                                        \
	OPERATOR(SUM,            EXPRESSION, "SUM")                                                                   \
	OPERATOR(AVG,            EXPRESSION, "AVG")                                                                   \
	OPERATOR(MIN,            EXPRESSION, "MIN")                                                                   \
	OPERATOR(MAX,            EXPRESSION, "MAX")                                                                   \
	OPERATOR(AS,             EXPRESSION, "AS")             /* a label for a select item */                           \
	OPERATOR(SUBQUERY,       EXPRESSION, "SUBQUERY")       /* clauses; stands under EXISTS, IN_QUERY */              \
	OPERATOR(ASC,            ORDERING,   "ASC")                                                                   \
	OPERATOR(DESC,           ORDERING,   "DESC")                                                                  \
	OPERATOR(SELECT,         CLAUSE,     "SELECT")         /* items */                                               \
	OPERATOR(SELECT_ALL,     CLAUSE,     "SELECT_ALL")                                                            \
	OPERATOR(SELECT_ROW,     CLAUSE,     "SELECT_ROW")     /* items, labelled by the fields' names */                \
	OPERATOR(DISTINCT,       CLAUSE,     "DISTINCT")                                                              \
	OPERATOR(FROM,           CLAUSE,     "FROM")                                                                  \
	OPERATOR(JOIN,           CLAUSE,     "JOIN")           /* conditions, at least one */                            \
	OPERATOR(LEFT_JOIN,      CLAUSE,     "LEFT_JOIN")                                                             \
	OPERATOR(WHERE,          CLAUSE,     "WHERE")          /* conditions, joined by AND */                           \
	OPERATOR(GROUP_BY,       CLAUSE,     "GROUP_BY")                                                              \
	OPERATOR(HAVING,         CLAUSE,     "HAVING")                                                                \
	OPERATOR(ORDER_BY,       CLAUSE,     "ORDER_BY")       /* orderings, or expressions: ascending */                \
	OPERATOR(LIMIT,          CLAUSE,     "LIMIT")                                                                 \
	OPERATOR(OFFSET,         CLAUSE,     "OFFSET")                                                                \
	OPERATOR(INSERT_INTO,    CLAUSE,     "INSERT_INTO")    /* SETs, or one ROWS */                                   \
	OPERATOR(ROWS,           ASSIGNMENT, "VALUES")         /* one VALUE: pointer to an array of objects, and its length */ \
	OPERATOR(SET,            ASSIGNMENT, "SET")            /* one expression */                                      \
	OPERATOR(UPDATE,         CLAUSE,     "UPDATE")         /* SETs */                                                \
	OPERATOR(DELETE_FROM,    CLAUSE,     "DELETE_FROM")                                                           \
	OPERATOR(RETURNING,      CLAUSE,     "RETURNING")                                                             \
	OPERATOR(RETURNING_ALL,  CLAUSE,     "RETURNING_ALL")                                                         \
	OPERATOR(RETURNING_ROW,  CLAUSE,     "RETURNING_ROW")                                                         \
	OPERATOR(ALL_ROWS,       CLAUSE,     "ALL_ROWS")                                                              \
	OPERATOR(RAW_SQL,        CLAUSE,     "RAW_SQL")        /* a whole statement; takes its BINDs */                  \
	OPERATOR(BIND,           ASSIGNMENT, "BIND")           /* one value for :name */                                 \
	OPERATOR(STATEMENT,      STATEMENT,  "SQL")            /* the clauses */
/* clang-format on */

#define CQ_PRIV_OPERATOR_ENUM(name, sort, text) CQ_OP_##name,
typedef enum cq_operator { CQ_OPERATOR_LIST(CQ_PRIV_OPERATOR_ENUM) CQ_OP_COUNT_OF } cq_operator;
#undef CQ_PRIV_OPERATOR_ENUM

/* Flags of a VALUE node. */
enum {
	CQ_VALUE_ARRAY = 1,        /* the value is an array: pointer and length */
	CQ_VALUE_OUT_OF_RANGE = 2, /* a C unsigned number above INT64_MAX: an error when the statement is compiled */
	CQ_VALUE_CAN_BE_NULL = 4,  /* given as an optional: NULL is meant, not a mistake */
	CQ_VALUE_LITERAL_INT = 8   /* a C int: serves BOOLEAN, ENUM and every number */
};

/* Flags of a RAW or NULL node. */
enum { CQ_RAW_NULLABLE = 1 };

/** One node of a program; 16 bytes without padding, compared as bytes. */
typedef struct cq_node {
	uint16_t op;     /* cq_operator */
	uint8_t type;    /* cq_type, for VALUE, NULL and RAW; else 0 */
	uint8_t flags;   /* CQ_VALUE_…, CQ_RAW_… */
	uint32_t count;  /* how many results before it are its operands */
	const void *ref; /* see CQ_OPERATOR_LIST */
} cq_node;

/** One value of a statement; 24 bytes. The node says which member counts. */
typedef struct cq_value {
	union {
		int64_t integer;           /* BOOLEAN, SMALLINT, INTEGER, BIGINT, ENUM, DATE (days), TIME, TIMESTAMP */
		double real;               /* REAL, DOUBLE */
		const char *text;          /* TEXT, JSON; NULL is NULL */
		struct { const void *data; size_t size; } bytes; /* BYTES; arrays: size is the number of elements */
		cq_decimal decimal;
		cq_interval interval;
		cq_uuid uuid;
	};
	uint64_t is_null; /* 1: NULL, whatever stands before; texts and bytes may also just have a NULL pointer */
} cq_value;

/** Where a statement stands in the program, and what it was compiled to last; one static object for each SQL(…). */
typedef struct cq_site {
	const char *file;
	int line;
	uint32_t id; /* 0 until first run; then its place in every engine's table of sites; only touched atomically */
} cq_site;

enum { CQ_INLINE_NODES = 64, CQ_INLINE_VALUES = 24, CQ_CONDITION_NODES = 24, CQ_CONDITION_VALUES = 12 };

/** A statement. Up to CQ_INLINE_NODES nodes and CQ_INLINE_VALUES values stand in it; a larger one has all of them on the
 *  heap, which the executors release; cq_statement_release does it for a statement that was never run. */
typedef struct cq_statement {
	cq_site *site;     /* may be NULL: made by functions */
	uint32_t node_count;
	uint32_t value_count;
	cq_node *spilled_nodes;   /* NULL, or all the nodes */
	cq_value *spilled_values; /* NULL, or all the values */
	uint32_t node_capacity;   /* of the spilled arrays */
	uint32_t value_capacity;
	uint32_t failure;         /* a cq_status: the first thing that went wrong while it was written */
	uint32_t reserved;
	cq_node nodes[CQ_INLINE_NODES];
	cq_value values[CQ_INLINE_VALUES];
} cq_statement;

/** A condition as a value: it can stand in arrays, be returned from functions and be used any number of times. It borrows the texts in it. */
typedef struct cq_condition {
	uint32_t node_count;
	uint32_t value_count;
	uint32_t failure; /* CQ_TOO_LARGE: more than CQ_CONDITION_NODES nodes or CQ_CONDITION_VALUES values */
	uint32_t reserved;
	cq_node nodes[CQ_CONDITION_NODES];
	cq_value values[CQ_CONDITION_VALUES];
} cq_condition;

CQ_BEGIN_DECLS

/** Starts an empty statement in memory that need not be initialised. site may be NULL. */
static inline void cq_statement_init(cq_statement *statement, cq_site *site) {
	statement->site = site;
	statement->node_count = 0;
	statement->value_count = 0;
	statement->spilled_nodes = (cq_node *)0;
	statement->spilled_values = (cq_value *)0;
	statement->node_capacity = 0;
	statement->value_capacity = 0;
	statement->failure = CQ_OK;
	statement->reserved = 0;
}

/** Frees what a large statement holds on the heap; legal on any initialised statement, any number of times. */
CQ_API void cq_statement_release(cq_statement *statement);

/** Copies a statement, what it holds on the heap too; `out` need not be initialised. When there is no memory, the copy's failure says so and is reported when it is run. */
CQ_API void cq_statement_copy(cq_statement *out, const cq_statement *statement);

/** The nodes in one array, statement->node_count of them. */
static inline const cq_node *cq_statement_nodes(const cq_statement *statement) {
	return __builtin_expect(statement->spilled_nodes != (cq_node *)0, 0) ? statement->spilled_nodes : statement->nodes;
}

/** The values in one array in the order of their nodes, statement->value_count of them. */
static inline const cq_value *cq_statement_values(const cq_statement *statement) {
	return __builtin_expect(statement->spilled_values != (cq_value *)0, 0) ? statement->spilled_values : statement->values;
}

/* The same appended by a call. */
CQ_API void cq_priv_push_node(cq_statement *statement, cq_node node);
CQ_API void cq_priv_push_value(cq_statement *statement, cq_node node, cq_value value);

/* Where the compiler knows how many nodes there are, appending is a few stores; where it does not (behind an optional
 * part, in a loop, behind the first CQ_STORED_NODES) a call is smaller, and compiles faster. */
enum { CQ_STORED_NODES = 24 };
#define CQ_PRIV_KNOWN(count, limit) (__builtin_constant_p(count) && (count) < (limit))

/** Appends a node: an operator over the `count` results before it. */
static inline void cq_push_node(cq_statement *statement, cq_operator op, cq_type type, uint8_t flags, uint32_t count, const void *ref) {
	const cq_node node = {(uint16_t)op, (uint8_t)type, flags, count, ref};
	if (CQ_PRIV_KNOWN(statement->node_count, CQ_STORED_NODES))
		statement->nodes[statement->node_count++] = node;
	else
		cq_priv_push_node(statement, node);
}

/** Appends an operator over the `count` results before it: cq_push(s, CQ_OP_EQ, 2), cq_push(s, CQ_OP_WHERE, 1). */
static inline void cq_push(cq_statement *statement, cq_operator op, uint32_t count) { cq_push_node(statement, op, CQ_TYPE_NONE, 0, count, (void *)0); }

/** Appends an operator that names something: a table, a row type, a label, a text (which must live as long as the statement's shape is cached: literals and static data). */
static inline void cq_push_ref(cq_statement *statement, cq_operator op, uint32_t count, const void *ref) { cq_push_node(statement, op, CQ_TYPE_NONE, 0, count, ref); }

/** Appends a column. */
static inline void cq_push_column(cq_statement *statement, const cq_column *column) { cq_push_node(statement, CQ_OP_COLUMN, CQ_TYPE_NONE, 0, 0, column); }

/** Appends a value: its node, and the value itself. Texts, bytes and arrays are borrowed until the statement has run. */
static inline void cq_push_value(cq_statement *statement, cq_type type, uint8_t flags, cq_value value) {
	const cq_node node = {CQ_OP_VALUE, (uint8_t)type, flags, 0, (void *)0};
	if (CQ_PRIV_KNOWN(statement->node_count, CQ_STORED_NODES) && CQ_PRIV_KNOWN(statement->value_count, CQ_INLINE_VALUES)) {
		statement->values[statement->value_count++] = value;
		statement->nodes[statement->node_count++] = node;
	} else {
		cq_priv_push_value(statement, node, value);
	}
}

/** Appends a stored condition: one result. */
CQ_API void cq_push_condition(cq_statement *statement, const cq_condition *condition);

/** Appends `count` stored conditions and joins them by op, CQ_OP_ALL_OF or CQ_OP_ANY_OF. */
CQ_API void cq_push_conditions(cq_statement *statement, cq_operator op, size_t count, const cq_condition *conditions);

/** Makes a condition of everything that was written to `statement`, which must be one condition. */
CQ_API void cq_condition_from(cq_condition *out, const cq_statement *statement);

/** Checks a statement against every rule that needs no database (docs/rules.md), as the executors do when it is first run.
 *  CQ_OK, CQ_RULE with *error filled (its texts live until the next call with the same error object, see cq_error), or
 *  CQ_NO_MEMORY. `text` receives the sentence, at most `size` bytes with the NUL; `rule` its id, a static string. Any thread. */
CQ_API CQ_CHECKED cq_status cq_statement_check(const cq_statement *statement, const char **rule, char *text, size_t size);

CQ_END_DECLS

#endif
