/* session/session.h: what sessions, their objects and what they know of models are inside.
 * It knows nothing of SQL text or of drivers: everything is asked of exec's public and shared functions.
 * All of src/session includes it.
 */
#ifndef CQ__SESSION_SESSION_H
#define CQ__SESSION_SESSION_H

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "exec/engine.h"

#include <cquel/session.h>

/* The functions of these names; session/enter.h says what the macros are for. */
#undef cq_delete
#undef cq_flush
#undef cq_refresh
#undef cq_expire
#undef cq_expire_all
#undef cq_expunge
#undef cq_expunge_all

typedef struct cq__model cq__model;
typedef struct cq__entry cq__entry;

/* ---- models (model.c): what a session needs of a table, found once and kept by the engine ---------------------------------- */

/* Columns that are compared, and NULLs among them count as different, when uniqueness is concerned. */
typedef struct cq__columns {
	uint32_t count;
	const uint16_t *indexes; /* of columns of their table */
} cq__columns;

/* A relation, resolved and checked. */
typedef struct cq__relation {
	const cq_relation *said;
	cq__model *own, *target, *through;  /* through: of MANY_TO_MANY, else NULL */
	const struct cq__relation *back;    /* or NULL */
	/* Pairs: near[i] of own's columns equals far[i]. BELONGS_TO: near is the foreign key, far the target's key. HAS_…: near is
	 * own's key, far the foreign key in target. MANY_TO_MANY: near is own's key and equals through_near[i] of the association;
	 * far is the target's key and equals through_far[i]. */
	cq__columns near, far, through_near, through_far;
	uint32_t offset;   /* of the member */
	bool many;         /* the member is a cq_any_many, else a cq_any_one */
	bool nullable;     /* a column of the foreign key may be NULL */
	uint8_t cascade;   /* CQ_CASCADE_…, the default filled in */
	uint16_t order;    /* index of the target's column, or UINT16_MAX */
} cq__relation;

struct cq__model {
	const cq_table *table;
	cq__columns key;             /* the primary key */
	cq__columns *uniques;        /* unique_count sets: the primary key first, UNIQUE columns, UNIQUE options */
	uint32_t unique_count;
	cq__relation *relations;     /* in the order of the list */
	uint32_t relation_count;
	uint32_t columns_end;        /* bytes of the struct that hold columns: relations stand behind them */
	uint16_t version;            /* index of the VERSION column, or UINT16_MAX */
	uint16_t soft_delete;        /* index of the SOFT_DELETE column, or UINT16_MAX */
	bool auto_key;               /* the database makes the key */
	bool pads_chars;             /* the database fills a CHAR up with blanks, which say nothing */
	bool has_texts;              /* some member points to memory of its own */
	cq__columns texts;           /* those */
	uint32_t number;             /* of all models of the engine, from 0 */
};

/* The model of a table, made and checked at its first use; aliases have their table's. CQ_MISUSE with a sentence for a table without a
 * primary key, a relation whose other model is not defined here, whose columns do not exist or do not fit, whose BACK is not one. */
CQ_CHECKED cq_status cq__model_find(cq_session *session, const cq_table *table, cq__model **out);

/* ---- objects (entry.c, identity.c, snapshot.c) ------------------------------------------------------------------------------ */

enum {
	CQ__ENTRY_OWN = 1,        /* the object stands in the session's memory */
	CQ__ENTRY_EXPIRED = 2,
	CQ__ENTRY_DELETE = 4,     /* to be deleted by the next flush */
	CQ__ENTRY_ORPHAN = 8,     /* taken out of a relation with DELETE_ORPHAN, and not put elsewhere */
	CQ__ENTRY_LINKED = 16,    /* has links */
	CQ__ENTRY_VISITED = 32,   /* of whoever walks the graph; clear between walks */
	CQ__ENTRY_KEYED = 64      /* found by its key; entry.c's own */
};

/* A foreign key that the next flush takes from another object: relation is one of BELONGS_TO of the entry's model, or of HAS_… of
 * the parent's that has no counterpart. */
typedef struct cq__link {
	struct cq__link *next;
	const cq__relation *relation;
	cq__entry *parent;        /* NULL: the foreign key becomes NULL */
} cq__link;

/* An object of the session. */
struct cq__entry {
	void *object;
	cq__model *model;
	void *snapshot;           /* its first columns_end bytes as the database is known to have them; NULL until there is a row */
	cq__link *links;
	uint8_t state;            /* cq_object_state */
	uint8_t flags;            /* CQ__ENTRY_… */
	uint16_t scratch;         /* of a flush */
	uint32_t index;           /* in session->entries */
};

/* A row of an association to be written: added, or taken away. */
typedef struct cq__association {
	struct cq__association *next;
	const cq__relation *relation;  /* seen from near */
	cq__entry *near, *far;
	bool added;               /* else taken away */
	bool undone;              /* taken back before it was written: nothing is to be done */
} cq__association;

/* What undoes a change of the session's state when the transaction, or a savepoint, is rolled back; the latest first. */
typedef struct cq__undo {
	struct cq__undo *before;
	uint8_t what;             /* of journal.c */
	cq__entry *entry;
	const cq__relation *relation;
	void *data;               /* the snapshot, member or key as it was */
	uint32_t number;
} cq__undo;

/* The memory of a result whose objects the session, or an arena of the program's, kept. */
struct cq__adopted {
	struct cq__adopted *next;
	cq__arena *arena;
	void (*release)(void *owner); /* what it was held by; meanwhile its end is a mistake of the program's */
	void *owner;
};

struct cq_session {
	cq_engine *engine;            /* NULL: it was closed; then all that is left is to close the session */
	pthread_t owner;              /* the engine's */
	unsigned process;
	cq__guest guest;              /* of the engine */
	cq_connection *db;
	cq_session_options options;   /* with copies of what it points to */
	const char *file;             /* where it was opened */
	int line, busy_line, next_line; /* of file, busy_file, next_file */
	bool owns_db;
	bool of_factory;              /* cq_session_current gave it: not the program's to close */
	bool told;                    /* it is the handle's, which has logged it */
	bool began;                   /* the database has a transaction of the session's */
	bool unclean;                 /* what its innermost level holds of a call that failed is not rolled back yet: nothing else may be done */
	bool flushing;
	cq__error error;
	cq__error working;            /* of the call under way */
	const char *busy_file;        /* the call under way stands there; NULL: none is */
	const char *busy_call;
	const void *busy_task;        /* that the call is of: another call of the same one comes from a hook */
	uint32_t nested;              /* such calls under way */
	const char *next_file;        /* where the next call stands, from cq_session_at */
	cq__arena *memory;            /* snapshots, and what it notes */
	cq__arena *objects;           /* objects of its own, texts, collections: `memory`, or options.arena */
	struct cq__adopted *adopted;  /* arenas of results whose objects it kept; those that options.arena keeps are not here */
	/* Entries stand in blocks and never move; an entry's place is its index. Both maps hold indexes + 1. */
	cq__entry **blocks;
	uint32_t entry_count, block_capacity;
	uint32_t free_entry;          /* a list of free ones, index + 1; 0: none */
	uint32_t gone_first, gone_last, gone_count; /* those of detached objects, the first first, index + 1 */
	uint32_t void_first;          /* those that notes of the journal may still name, index + 1 */
	uint32_t *by_object, *by_key; /* open addressing; capacities are powers of two */
	uint32_t object_capacity, object_used, key_capacity, key_used;
	cq__association *associations; /* not yet written, in no order; some are undone */
	cq__map association_index;    /* of link.c: finds them */
	const cq__association *association_indexed; /* the list's head for which that is right */
	uint32_t links_noted;         /* links that were noted since they were cleared: 0: no entry has any */
	struct cq__replacement *replacements; /* of relation.c: what was assigned to relations that are not loaded */
	struct cq__sweep *sweeps;     /* of cascade_delete.c: statements that the flush under way has to send */
	uint32_t pending_count;       /* entries that are PENDING */
	uint32_t delete_count;        /* entries with CQ__ENTRY_DELETE or ORPHAN */
	uint32_t deleted_count;       /* entries that are DELETED */
	/* The transaction. */
	cq__arena *journal_memory;
	cq__undo *journal;
	char *journal_spare;          /* of cq__journal_reserve */
	size_t journal_spare_size;
	struct cq__level *levels;     /* that were begun by cq_begin, the innermost first */
	uint32_t level_count;
	uint32_t db_level;            /* of session->db, that the session's own transaction is; 0: not begun */
	char *row_spare;              /* of collect.c: room for rows in `memory` that a failed flush has not used */
	size_t row_spare_size;
	uint32_t epoch;               /* another one behind each mark and each undoing of the journal: see collection.c */
	uint32_t visit;               /* of walks */
};

#endif
