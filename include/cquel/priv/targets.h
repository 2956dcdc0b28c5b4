/* cquel/priv/targets.h: CQ_TARGETS, the databases that a program is shipped for: a word that one of them lacks is refused by the
 * compiler. Only the words that some database lacks call it. It knows nothing of statements.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_TARGETS_H
#define CQUEL_PRIV_TARGETS_H

#include <cquel/priv/phantom.h>

/* Bits of CQ_TARGETS, which a program defines before it includes cquel: #define CQ_TARGETS CQ_SQLITE | CQ_POSTGRESQL */
#define CQ_SQLITE 1
#define CQ_POSTGRESQL 2
#define CQ_MARIADB 4

/* What a word says for each database that lacks it; ONLY_POSTGRESQL is one mistake, also where both others are meant. */
#ifdef CQ_TARGETS
#define CQ_PRIV_LACKING(lacking, txt, name) CQ_PRIV_RULE(!(lacking), txt ": " CQ_SAY_TARGET_LACKS ": " name)
#define CQ_PRIV_SQLITE_LACKS(txt) CQ_PRIV_LACKING((CQ_TARGETS) & CQ_SQLITE, txt, "SQLite")
#define CQ_PRIV_MARIADB_LACKS(txt) CQ_PRIV_LACKING((CQ_TARGETS) & CQ_MARIADB, txt, "MariaDB")
#define CQ_PRIV_ONLY_POSTGRESQL(txt) \
	CQ_PRIV_SQLITE_LACKS(txt) CQ_PRIV_LACKING(((CQ_TARGETS) & (CQ_SQLITE | CQ_MARIADB)) == CQ_MARIADB, txt, "MariaDB")
/* A frame of so many rows: MariaDB takes no value there. */
#define CQ_PRIV_FRAME_LACKS(txt, values) CQ_PRIV_LACKING((CQ_TARGETS) & CQ_MARIADB && (values) > 0, txt, "MariaDB")
/* A whole statement: MariaDB has no RETURNING of UPDATE and of DELETE_FROM with USING, and no WITH before either, nor before the
 * INSERT_INTO of one row. */
#define CQ_PRIV_STATEMENT_LACKS(txt) \
	CQ_PRIV_LACKING(!cq_silent && (CQ_TARGETS) & CQ_MARIADB && ((cq_kinds & CQ_PRIV_K_UPDATE && cq_kinds & (CQ_PRIV_K_WITH | CQ_PRIV_K_RETURNING)) || (CQ_PRIV_IS_PLAIN_INSERT && cq_kinds & CQ_PRIV_K_WITH) || \
		(cq_kinds & CQ_PRIV_K_DELETE && (cq_kinds & CQ_PRIV_K_WITH || (cq_kinds & CQ_PRIV_K_USING && cq_kinds & CQ_PRIV_K_RETURNING)))), txt, "MariaDB")
/* Clauses of a query that is a list of rows, or a recursive one; % of what is no whole number. */
#define CQ_PRIV_COLLECT_LACKS(txt) \
	CQ_PRIV_LACKING(!cq_silent && (CQ_TARGETS) & CQ_MARIADB && cq_kinds & (CQ_PRIV_K_GROUP | CQ_PRIV_K_DISTINCT | CQ_PRIV_K_UNION | CQ_PRIV_K_WITH | CQ_PRIV_K_AGGREGATE), txt, "MariaDB")
#define CQ_PRIV_RECURSIVE_LACKS(op, txt) \
	CQ_PRIV_LACKING(!cq_silent && (op) == CQ_OP_WITH_RECURSIVE && (CQ_TARGETS) & (CQ_POSTGRESQL | CQ_MARIADB) && cq_kinds & (CQ_PRIV_K_ORDER | CQ_PRIV_K_LIMIT | CQ_PRIV_K_OFFSET), \
		txt, "PostgreSQL and MariaDB")
#define CQ_PRIV_MODULO_LACKS(op, txt) \
	CQ_PRIV_LACKING((CQ_TARGETS) & CQ_SQLITE && (op) == CQ_OP_MOD && (CQ_PRIV_IS_REAL(cq_l) || CQ_PRIV_IS_REAL(cq_r) || CQ_PRIV_IS_DECIMAL(cq_l) || CQ_PRIV_IS_DECIMAL(cq_r)), txt, "SQLite")
#else
#define CQ_PRIV_COLLECT_LACKS(txt)
#define CQ_PRIV_RECURSIVE_LACKS(op, txt)
#define CQ_PRIV_MODULO_LACKS(op, txt)
#define CQ_PRIV_STATEMENT_LACKS(txt)
#define CQ_PRIV_FRAME_LACKS(txt, values)
#define CQ_PRIV_SQLITE_LACKS(txt)
#define CQ_PRIV_MARIADB_LACKS(txt)
#define CQ_PRIV_ONLY_POSTGRESQL(txt)
#endif

#endif
