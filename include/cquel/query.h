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
 * usable in expressions; WINDOW takes operands and is an expression only inside OVER; PART stands inside the one operator
 * that takes it (CASE_WHEN in CASE, FRAME in OVER ...); ORDERING stands in ORDER_BY; SOURCE is a query that stands where a
 * table's name does, as the first operand of FROM, USING or a join; CLAUSE stands in a statement; ASSIGNMENT in INSERT_INTO,
 * UPDATE and ON_CONFLICT; STATEMENT closes.
 *
 * ref of a node:  COLUMN, EXCLUDED, SET: const cq_column *.  ALL, TABLE, FROM, USING, the joins, INSERT_INTO, UPDATE,
 * DELETE_FROM, SELECT_ALL, RETURNING_ALL, ROWS, ON_CONFLICT_...: const cq_table *.  QUERY, LATERAL, VALUES_AS, WITH,
 * WITH_RECURSIVE: const cq_table *, made by CQ_DERIVED.  SELECT_ROW, RETURNING_ROW, COLLECT: const cq_row_type *.
 * ALONG: const cq_table *, or NULL for the table that the column references or the relation leads to.  RELATION: const
 * cq_relation *.  LABEL, AS, BIND, FUNC: the name.  RAW, RAW_SQL:
 * the text.  CAST to an ENUM: const cq_enum *.  Others: NULL.
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
	OPERATOR(NOW,            LEAF,       "NOW")                       /* type: TIMESTAMP, or DATE (TODAY) */       \
	OPERATOR(EXCLUDED,       LEAF,       "EXCLUDED")                  /* in ON_CONFLICT_UPDATE: the row that was to be inserted */ \
	OPERATOR(TABLE,          LEAF,       "a table")                   /* in FOR_UPDATE */                          \
	OPERATOR(RELATION,       PART,       "a relation")                /* in ALONG and LOAD */                      \
	OPERATOR(RAW,            EXPRESSION, "RAW")            /* type: of the result; each ? of the text is an operand */ \
	OPERATOR(FUNC,           EXPRESSION, "FUNC")                      /* type: of the result; flags: CQ_RAW_NULLABLE; the arguments */ \
	OPERATOR(EQ,             CONDITION,  "EQ")                                                                    \
	OPERATOR(NE,             CONDITION,  "NE")                                                                    \
	OPERATOR(LT,             CONDITION,  "LT")                                                                    \
	OPERATOR(LE,             CONDITION,  "LE")                                                                    \
	OPERATOR(GT,             CONDITION,  "GT")                                                                    \
	OPERATOR(GE,             CONDITION,  "GE")                                                                    \
	OPERATOR(IS_DISTINCT,    CONDITION,  "IS_DISTINCT")               /* NE that takes NULL for a value */         \
	OPERATOR(IS_NOT_DISTINCT,CONDITION,  "IS_NOT_DISTINCT")                                                        \
	OPERATOR(ALONG,          CONDITION,  "ALONG")                     /* one COLUMN with REFERENCES: it equals what it references; or one RELATION */ \
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
	OPERATOR(TUPLE,          EXPRESSION, "ROW")                       /* any number; compared with another, or IN a list or query */ \
	OPERATOR(CASE,           EXPRESSION, "CASE")                      /* CASE_WHENs, then perhaps one ELSE */      \
	OPERATOR(CASE_WHEN,      PART,       "CASE_WHEN")                 /* condition, value */                       \
	OPERATOR(ELSE,           PART,       "ELSE")                                                                   \
	OPERATOR(CAST,           EXPRESSION, "CAST")                      /* type: the target; flags: its scale */     \
	OPERATOR(NULLIF,         EXPRESSION, "NULLIF")                                                                 \
	OPERATOR(ADD,            EXPRESSION, "ADD")                                                                   \
	OPERATOR(SUB,            EXPRESSION, "SUB")                                                                   \
	OPERATOR(MUL,            EXPRESSION, "MUL")                                                                   \
	OPERATOR(DIV,            EXPRESSION, "DIV")                                                                   \
	OPERATOR(MOD,            EXPRESSION, "MOD")                                                                   \
	OPERATOR(NEG,            EXPRESSION, "NEG")                                                                   \
	OPERATOR(ABS,            EXPRESSION, "ABS")                                                                    \
	OPERATOR(ROUND,          EXPRESSION, "ROUND")                     /* number, perhaps digits */                 \
	OPERATOR(FLOOR,          EXPRESSION, "FLOOR")                                                                  \
	OPERATOR(CEIL,           EXPRESSION, "CEIL")                                                                   \
	OPERATOR(POWER,          EXPRESSION, "POWER")                                                                  \
	OPERATOR(CONCAT,         EXPRESSION, "CONCAT")         /* any number */                                          \
	OPERATOR(COALESCE,       EXPRESSION, "COALESCE")       /* any number */                                          \
	OPERATOR(LOWER,          EXPRESSION, "LOWER")                                                                 \
	OPERATOR(UPPER,          EXPRESSION, "UPPER")                                                                 \
	OPERATOR(LENGTH,         EXPRESSION, "LENGTH")         /* characters of a text, bytes of BYTES */                \
	OPERATOR(TRIM,           EXPRESSION, "TRIM")                      /* blanks on both sides */                   \
	OPERATOR(SUBSTR,         EXPRESSION, "SUBSTR")                    /* text, first character from 1, perhaps how many */ \
	OPERATOR(REPLACE,        EXPRESSION, "REPLACE")                   /* text, what, with what */                  \
	OPERATOR(POSITION,       EXPRESSION, "POSITION")                  /* what, in which text: from 1, 0: not there */ \
	OPERATOR(DATE_TRUNC,     EXPRESSION, "DATE_TRUNC")                /* flags: cq_unit */                         \
	OPERATOR(EXTRACT,        EXPRESSION, "EXTRACT")                   /* flags: cq_unit */                         \
	OPERATOR(DATE_ADD,       EXPRESSION, "DATE_ADD")                  /* flags: cq_unit; moment, whole number */   \
	OPERATOR(DATE_DIFF,      EXPRESSION, "DATE_DIFF")                 /* flags: cq_unit; later, earlier: whole units */ \
	OPERATOR(INTERVAL_ADD,   EXPRESSION, "INTERVAL_ADD")              /* moment, INTERVAL */                       \
	OPERATOR(JSON_GET,       EXPRESSION, "JSON_GET")                  /* JSON, then texts (keys) and whole numbers (indexes): JSON */ \
	OPERATOR(JSON_TEXT,      EXPRESSION, "JSON_TEXT")                 /* the same: TEXT */                         \
	OPERATOR(JSON_LENGTH,    EXPRESSION, "JSON_LENGTH")               /* elements of an array */                   \
	OPERATOR(JSON_OBJECT,    EXPRESSION, "JSON_OBJECT")               /* key, value, key, value ... */             \
	OPERATOR(JSON_ARRAY,     EXPRESSION, "JSON_ARRAY")                                                             \
	OPERATOR(COUNT,          EXPRESSION, "COUNT")                                                                 \
	OPERATOR(COUNT_DISTINCT, EXPRESSION, "COUNT_DISTINCT")                                                        \
	OPERATOR(SUM,            EXPRESSION, "SUM")                                                                   \
	OPERATOR(AVG,            EXPRESSION, "AVG")                                                                   \
	OPERATOR(MIN,            EXPRESSION, "MIN")                                                                   \
	OPERATOR(MAX,            EXPRESSION, "MAX")                                                                   \
	OPERATOR(STRING_AGG,     EXPRESSION, "STRING_AGG")                /* text, separator, perhaps an ORDER_BY */   \
	OPERATOR(JSON_AGG,       EXPRESSION, "JSON_AGG")                  /* value, perhaps an ORDER_BY: an array */   \
	OPERATOR(FILTER,         EXPRESSION, "FILTER")                    /* aggregate, condition */                   \
	OPERATOR(OVER,           EXPRESSION, "OVER")                      /* aggregate or WINDOW, then at most one PARTITION_BY, ORDER_BY, FRAME */ \
	OPERATOR(PARTITION_BY,   PART,       "PARTITION_BY")                                                           \
	OPERATOR(FRAME,          PART,       "ROWS_BETWEEN")              /* flags: CQ_FRAME_...; the values of its bounds */ \
	OPERATOR(ROW_NUMBER,     WINDOW,     "ROW_NUMBER")                                                             \
	OPERATOR(RANK,           WINDOW,     "RANK")                                                                   \
	OPERATOR(DENSE_RANK,     WINDOW,     "DENSE_RANK")                                                             \
	OPERATOR(PERCENT_RANK,   WINDOW,     "PERCENT_RANK")                                                           \
	OPERATOR(CUME_DIST,      WINDOW,     "CUME_DIST")                                                              \
	OPERATOR(NTILE,          WINDOW,     "NTILE")                                                                  \
	OPERATOR(LAG,            WINDOW,     "LAG")                       /* value, perhaps how many rows, perhaps what else */ \
	OPERATOR(LEAD,           WINDOW,     "LEAD")                                                                   \
	OPERATOR(FIRST_VALUE,    WINDOW,     "FIRST_VALUE")                                                            \
	OPERATOR(LAST_VALUE,     WINDOW,     "LAST_VALUE")                                                             \
	OPERATOR(NTH_VALUE,      WINDOW,     "NTH_VALUE")                 /* value, which, from 1 */                   \
	OPERATOR(AS,             EXPRESSION, "AS")             /* a label for a select item */                           \
	OPERATOR(SUBQUERY,       EXPRESSION, "SUBQUERY")       /* clauses; stands under EXISTS, IN_QUERY */              \
	OPERATOR(COLLECT,        EXPRESSION, "COLLECT")                   /* one SUBQUERY with SELECT_ROW: a list of rows in one value */ \
	OPERATOR(QUERY,          SOURCE,     "QUERY")                     /* one SUBQUERY */                           \
	OPERATOR(LATERAL,        SOURCE,     "LATERAL")                   /* one SUBQUERY, which may use the tables before it */ \
	OPERATOR(VALUES_AS,      SOURCE,     "VALUES_AS")                 /* TUPLEs */                                 \
	OPERATOR(ASC,            ORDERING,   "ASC")                                                                   \
	OPERATOR(DESC,           ORDERING,   "DESC")                                                                  \
	OPERATOR(NULLS_FIRST,    ORDERING,   "NULLS_FIRST")               /* an ordering or expression */              \
	OPERATOR(NULLS_LAST,     ORDERING,   "NULLS_LAST")                                                             \
	OPERATOR(WITH,           CLAUSE,     "WITH")                      /* one SUBQUERY, named by its table */       \
	OPERATOR(WITH_RECURSIVE, CLAUSE,     "WITH_RECURSIVE")                                                         \
	OPERATOR(SELECT,         CLAUSE,     "SELECT")         /* items */                                               \
	OPERATOR(SELECT_ALL,     CLAUSE,     "SELECT_ALL")                                                            \
	OPERATOR(SELECT_ROW,     CLAUSE,     "SELECT_ROW")     /* items, labelled by the fields' names */                \
	OPERATOR(DISTINCT,       CLAUSE,     "DISTINCT")                                                              \
	OPERATOR(DISTINCT_ON,    CLAUSE,     "DISTINCT_ON")                                                            \
	OPERATOR(FROM,           CLAUSE,     "FROM")                      /* perhaps a SOURCE */                       \
	OPERATOR(USING,          CLAUSE,     "USING")                     /* the FROM of DELETE_FROM */                \
	OPERATOR(JOIN,           CLAUSE,     "JOIN")                      /* perhaps a SOURCE; conditions, at least one */ \
	OPERATOR(LEFT_JOIN,      CLAUSE,     "LEFT_JOIN")                                                             \
	OPERATOR(RIGHT_JOIN,     CLAUSE,     "RIGHT_JOIN")                                                             \
	OPERATOR(FULL_JOIN,      CLAUSE,     "FULL_JOIN")                                                              \
	OPERATOR(CROSS_JOIN,     CLAUSE,     "CROSS_JOIN")                /* no condition */                           \
	OPERATOR(WHERE,          CLAUSE,     "WHERE")          /* conditions, joined by AND */                           \
	OPERATOR(GROUP_BY,       CLAUSE,     "GROUP_BY")                                                              \
	OPERATOR(HAVING,         CLAUSE,     "HAVING")                                                                \
	OPERATOR(UNION,          CLAUSE,     "UNION")                     /* one SUBQUERY; applied from left to right */ \
	OPERATOR(UNION_ALL,      CLAUSE,     "UNION_ALL")                                                              \
	OPERATOR(INTERSECT,      CLAUSE,     "INTERSECT")                                                              \
	OPERATOR(EXCEPT,         CLAUSE,     "EXCEPT")                                                                 \
	OPERATOR(ORDER_BY,       CLAUSE,     "ORDER_BY")       /* orderings, or expressions: ascending */                \
	OPERATOR(LIMIT,          CLAUSE,     "LIMIT")                                                                 \
	OPERATOR(OFFSET,         CLAUSE,     "OFFSET")                                                                \
	OPERATOR(FOR_UPDATE,     CLAUSE,     "FOR_UPDATE")                /* flags: CQ_LOCK_...; TABLEs: only their rows */ \
	OPERATOR(INSERT_INTO,    CLAUSE,     "INSERT_INTO")    /* SETs, or one ROWS */                                   \
	OPERATOR(ROWS,           ASSIGNMENT, "VALUES")         /* one VALUE: pointer to an array of objects, and its length */ \
	OPERATOR(SET,            ASSIGNMENT, "SET")            /* one expression */                                      \
	OPERATOR(CONFLICT_KEY,   PART,       "KEY")                       /* COLUMNs */                                \
	OPERATOR(ON_CONFLICT_NOTHING,CLAUSE,     "ON_CONFLICT_DO_NOTHING") /* perhaps a CONFLICT_KEY */                \
	OPERATOR(ON_CONFLICT_UPDATE,CLAUSE,     "ON_CONFLICT_DO_UPDATE")  /* a CONFLICT_KEY, then SETs */              \
	OPERATOR(UPDATE,         CLAUSE,     "UPDATE")         /* SETs */                                                \
	OPERATOR(DELETE_FROM,    CLAUSE,     "DELETE_FROM")                                                           \
	OPERATOR(OPTIONS,        CLAUSE,     "OPTIONS")                   /* what a session does with the rows: LOADs, POPULATE_EXISTING, WITH_DELETED */ \
	OPERATOR(LOAD,           PART,       "SELECTIN")                  /* flags: cq_loading; RELATIONs, then perhaps a WHERE, an ORDER_BY */ \
	OPERATOR(POPULATE_EXISTING,PART,     "POPULATE_EXISTING")                                                      \
	OPERATOR(WITH_DELETED,   PART,       "WITH_DELETED")                                                           \
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

/* Flags of a RAW, FUNC or NULL node. */
enum { CQ_RAW_NULLABLE = 1 };

/** The units of DATE_TRUNC, EXTRACT, DATE_ADD and DATE_DIFF, in the flags of their nodes. DATE_TRUNC takes SECOND to YEAR (a
 *  week begins on Monday); DATE_ADD the same; DATE_DIFF SECOND to WEEK; EXTRACT all, SECOND without its fraction. */
typedef enum cq_unit {
	CQ_UNIT_SECOND, CQ_UNIT_MINUTE, CQ_UNIT_HOUR, CQ_UNIT_DAY, CQ_UNIT_WEEK, CQ_UNIT_MONTH, CQ_UNIT_QUARTER, CQ_UNIT_YEAR,
	CQ_UNIT_DAY_OF_WEEK, /* 1 Monday to 7 Sunday */
	CQ_UNIT_DAY_OF_YEAR, /* from 1 */
	CQ_UNIT_EPOCH,       /* whole seconds since 1970-01-01 UTC, a BIGINT */
	CQ_UNIT_COUNT_OF
} cq_unit;

/* Flags of a FRAME node: the kind of frame, and its two bounds. PRECEDING and FOLLOWING take one operand each, in order. */
enum {
	CQ_FRAME_ROWS = 0, CQ_FRAME_RANGE = 1, CQ_FRAME_GROUPS = 2, CQ_FRAME_KIND = 3,
	CQ_FRAME_START = 4, /* times one of the bounds */
	CQ_FRAME_END = 32   /* times one of the bounds */
};
typedef enum cq_frame_bound { CQ_BOUND_UNBOUNDED_PRECEDING, CQ_BOUND_PRECEDING, CQ_BOUND_CURRENT_ROW, CQ_BOUND_FOLLOWING, CQ_BOUND_UNBOUNDED_FOLLOWING } cq_frame_bound;

/* Flags of an ALONG node over a relation of MANY_TO_MANY: 0: the join of both sides, which stands as a condition of the join of one
 * of them; else one step of it, where the association stands in the statement itself. */
enum {
	CQ_ALONG_NEAR = 1,
	CQ_ALONG_FAR = 2,
	CQ_ALONG_STEP = 3,     /* the two */
	CQ_ALONG_UNDELETED = 4 /* of 0: rows of the association that are deleted softly do not join */
};

/* Flags of FROM, USING and joins of a SOFT_DELETE table: its rows that are deleted softly do not enter, whatever joins follow. */
enum { CQ_SOURCE_UNDELETED = 1 };

/* Flags of a FOR_UPDATE node. */
enum { CQ_LOCK_SHARE = 1, CQ_LOCK_SKIP_LOCKED = 2, CQ_LOCK_NOWAIT = 4 };

/** One node of a program; 16 bytes without padding, compared as bytes. */
typedef struct cq_node {
	uint16_t op;     /* cq_operator */
	uint8_t type;    /* cq_type, for VALUE, NULL and RAW; else 0 */
	uint8_t flags;   /* CQ_VALUE_…, CQ_RAW_…, cq_unit, CQ_FRAME_…, CQ_LOCK_…; CAST: the scale */
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

/** Where a statement stands in the program; one static object for each SQL(…). All of one program or shared library stand in
 *  one section of it, without gaps, so that cquel/observe.h can list them. */
typedef struct cq_site {
	const char *file;
	int line;
	uint32_t id; /* 0 until first run; then its place in every engine's table of sites; only touched atomically */
} cq_site;

/* A section whose name is one in C has a start and an end that linkers name. Elsewhere sites are known once they ran. */
#ifdef __ELF__
#define CQ_PRIV_SITE __attribute__((section("cq_sites")))
#else
#define CQ_PRIV_SITE
#endif

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

/** Frees what a large statement holds on the heap; legal on any initialised statement, any number of times, and on NULL. */
CQ_API void cq_statement_release(cq_statement *statement);

/** Copies a statement, what it holds on the heap too; `out` need not be initialised. When there is no memory, the copy's failure says so and is reported when it is run. */
CQ_API void cq_statement_copy(cq_statement *out, const cq_statement *statement);

/** Adds clauses to a statement that is a value. `clauses` is a program of its own without SELECT, INSERT_INTO, UPDATE or
 *  DELETE_FROM: conditions of WHERE and HAVING are joined by AND to those that are there, what GROUP_BY and ORDER_BY hold goes
 *  behind what is there, joins behind the joins, UNION … behind the others; DISTINCT, LIMIT, OFFSET, FOR_UPDATE and RETURNING
 *  take the place of those that are there. What is absent in it adds nothing and replaces nothing. The statement keeps its
 *  site and borrows the texts of `clauses`, which may be released; tables and types are checked when it is run.
 *
 *  Errors: CQ_MISUSE for NULL, for other clauses, for one of a kind that stands once given twice, for joins, conditions and groups where
 *  UNION or its like combines several queries (put these into a QUERY), for a RAW_SQL statement and for what is no closed program; CQ_TOO_LARGE; CQ_NO_MEMORY; the failure of either. The statement is then as it was. Any thread.
 *  Example: CQ_TRY(cq_statement_extend(&newest, &limit)); cq_extend is the macro for it. */
CQ_API CQ_CHECKED cq_status cq_statement_extend(cq_statement *statement, const cq_statement *clauses);

/** The nodes in one array, statement->node_count of them. */
static inline const cq_node *cq_statement_nodes(const cq_statement *statement) {
	return __builtin_expect(statement->spilled_nodes != (cq_node *)0, 0) ? statement->spilled_nodes : statement->nodes;
}

/** The values in one array in the order of their nodes, statement->value_count of them. */
static inline const cq_value *cq_statement_values(const cq_statement *statement) {
	return __builtin_expect(statement->spilled_values != (cq_value *)0, 0) ? statement->spilled_values : statement->values;
}

/* What stands before a node's ref, as one number: a struct that is made to be given away costs gcc a third more time in a long statement,
 * members one by one cost clang as much. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define CQ_PRIV_NODE_HEAD(op, type, flags, count) ((uint64_t)(op) | (uint64_t)(type) << 16 | (uint64_t)(flags) << 24 | (uint64_t)(count) << 32)
#else
#define CQ_PRIV_NODE_HEAD(op, type, flags, count) ((uint64_t)(op) << 48 | (uint64_t)(type) << 40 | (uint64_t)(flags) << 32 | (uint64_t)(count))
#endif
static inline void cq_priv_write_node(cq_node *node, uint64_t head, const void *ref) {
	__builtin_memcpy(node, &head, sizeof head);
	node->ref = ref;
}

/* The same appended by a call. */
CQ_API void cq_priv_push_node(cq_statement *statement, uint64_t head, const void *ref);
CQ_API void cq_priv_push_value(cq_statement *statement, uint64_t head, cq_value value);

/* Where the compiler knows how many nodes there are, appending is a few stores; where it does not (behind an optional
 * part, in a loop, behind the first CQ_STORED_NODES) a call is smaller, and compiles faster. */
enum { CQ_STORED_NODES = 24 };
#define CQ_PRIV_KNOWN(count, limit) (__builtin_constant_p(count) && (count) < (limit))

/** Appends a node: an operator over the `count` results before it. */
static inline void cq_push_node(cq_statement *statement, cq_operator op, cq_type type, uint8_t flags, uint32_t count, const void *ref) {
	const uint64_t head = CQ_PRIV_NODE_HEAD(op, type, flags, count);
	if (CQ_PRIV_KNOWN(statement->node_count, CQ_STORED_NODES))
		cq_priv_write_node(&statement->nodes[statement->node_count++], head, ref);
	else
		cq_priv_push_node(statement, head, ref);
}

/** Appends an operator over the `count` results before it: cq_push(s, CQ_OP_EQ, 2), cq_push(s, CQ_OP_WHERE, 1). */
static inline void cq_push(cq_statement *statement, cq_operator op, uint32_t count) { cq_push_node(statement, op, CQ_TYPE_NONE, 0, count, (void *)0); }

/** Appends an operator that names something: a table, a row type, a label, a text (which must live as long as the statement's shape is cached: literals and static data). */
static inline void cq_push_ref(cq_statement *statement, cq_operator op, uint32_t count, const void *ref) { cq_push_node(statement, op, CQ_TYPE_NONE, 0, count, ref); }

/** Appends a column. */
static inline void cq_push_column(cq_statement *statement, const cq_column *column) { cq_push_node(statement, CQ_OP_COLUMN, CQ_TYPE_NONE, 0, 0, column); }

/** Appends a value: its node, and the value itself. Texts, bytes and arrays are borrowed until the statement has run. */
static inline void cq_push_value(cq_statement *statement, cq_type type, uint8_t flags, cq_value value) {
	const uint64_t head = CQ_PRIV_NODE_HEAD(CQ_OP_VALUE, type, flags, 0);
	if (CQ_PRIV_KNOWN(statement->node_count, CQ_STORED_NODES) && CQ_PRIV_KNOWN(statement->value_count, CQ_INLINE_VALUES)) {
		statement->values[statement->value_count++] = value;
		cq_priv_write_node(&statement->nodes[statement->node_count++], head, (void *)0);
	} else {
		cq_priv_push_value(statement, head, value);
	}
}

/** Appends a stored condition: one result. */
CQ_API void cq_push_condition(cq_statement *statement, const cq_condition *condition);

/** Appends `count` stored conditions and joins them by op, CQ_OP_ALL_OF or CQ_OP_ANY_OF. */
CQ_API void cq_push_conditions(cq_statement *statement, cq_operator op, size_t count, const cq_condition *conditions);

/** Appends a relation: of a statement along which it is joined, or loaded. */
static inline void cq_push_relation(cq_statement *statement, const struct cq_relation *relation) { cq_push_node(statement, CQ_OP_RELATION, CQ_TYPE_NONE, 0, 0, relation); }

/** Appends the first clauses of a query over what a relation leads to, from an object of the statement around it: SELECT of the number 1, or
 *  (count) of how many there are, FROM, and what a WHERE begins with: the join along the relation. Conditions and then
 *  cq_push_related_end follow. alias: what stands for the other table inside, or NULL. */
CQ_API void cq_push_related(cq_statement *statement, const struct cq_relation *relation, const cq_table *alias, bool count);

/** Closes that query: `conditions` results were pushed since. It is a SUBQUERY then. */
CQ_API void cq_push_related_end(cq_statement *statement, const struct cq_relation *relation, uint32_t conditions);

/** Makes a condition of everything that was written to `statement`, which must be one condition. */
CQ_API void cq_condition_from(cq_condition *out, const cq_statement *statement);

/** Checks a statement against every rule that needs no database (docs/rules.md), as the executors do when it is first run.
 *  CQ_OK, CQ_RULE, the statement's own failure (CQ_TOO_LARGE ...), CQ_MISUSE when it is NULL, or CQ_NO_MEMORY. `text` receives the sentence, at most `size`
 *  bytes with the NUL; `rule` the name of the rule that is broken, a static string. Any thread.
 *  Example: char text[CQ_ERROR_TEXT]; const char *rule; if (cq_statement_check(&s, &rule, text, sizeof text) != CQ_OK) puts(text); */
CQ_API CQ_CHECKED cq_status cq_statement_check(const cq_statement *statement, const char **rule, char *text, size_t size);

CQ_END_DECLS

#endif
