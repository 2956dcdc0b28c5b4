/* conform/session_random/world.h: what a session's program should see and what the database should hold, as plain arrays: the
 * specification that session_random_test.c compares a session with.
 *
 * It knows nothing of how sessions work inside. world.c carries the rows and objects on, compare.c looks at the real ones, step.c does
 * things to both, schema.c has the models.
 */
#ifndef CQ_TEST_SESSION_RANDOM_WORLD_H
#define CQ_TEST_SESSION_RANDOM_WORLD_H

#include <cquel/engine.h>
#include <cquel/session.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdnoreturn.h>

enum { USERS, PROFILES, POSTS, COMMENTS, TAGS, SEATS, SHIPS, CAPTAINS, LETTERS, KINDS };
enum { MOST_COLUMNS = 6, MOST_RELATIONS = 6, MOST_ROWS = 60, MOST_OBJECTS = 120, MOST_ITEMS = 60, MOST_PAIRS = 200, MOST_NOTES = 100 };
enum { TEXTS = 24 };

/* SQL's NULL. */
#define NONE INT64_MIN

/* How a member of a struct holds a value. Texts are "t0", "t1" …, and a moment is there or not. */
enum form { NUMBER, SMALL, MAYBE, TEXT, MAYBE_TEXT, MOMENT };

struct column {
	const char *name;
	enum form form;
	bool nullable;
	int refers;      /* to the key of that kind; or -1 */
	uint32_t offset;
};

struct relation {
	const char *name;
	const cq_relation *handle;
	cq_relation_kind kind;
	int target;      /* its kind */
	int column;      /* the foreign key, of the child's kind; of CQ_MANY_TO_MANY which half of a pair leads here */
	int back;        /* relation of the target, or -1 */
	bool all, orphan; /* CASCADE(ALL), DELETE_ORPHAN */
};

struct kind {
	const char *name;
	const cq_table *table;
	size_t size;
	bool automatic;  /* the database makes the key, column 0 */
	int keys;        /* how many columns, from 0, are the key */
	int version, soft; /* columns, or -1 */
	uint32_t unique[2]; /* sets of columns beside the key; 0: none */
	int column_count, relation_count;
	struct column columns[MOST_COLUMNS];
	struct relation relations[MOST_RELATIONS];
};

extern struct kind kinds[KINDS];

struct row {
	bool live;
	bool foreign;    /* somebody else wrote it: what the session has read of it may be old */
	int64_t values[MOST_COLUMNS];
};

struct member {
	bool loaded;
	bool stale;      /* nobody promises what it holds */
	int count;
	uint8_t items[MOST_ITEMS];
};

enum { NO_LINK = -1, LINK_TO_NONE = -2 };

struct object {
	void *real;
	int kind;
	cq_object_state state;
	bool expired, doomed, orphan;
	bool learned;    /* a statement brought it: it was not added */
	bool reread;     /* since the transaction began */
	bool touched;    /* its relations were changed since then */
	bool unloaded;   /* it was expired since the latest commit: what it held may come back by a rollback */
	bool lost;       /* it has left for good */
	bool robbed;     /* somebody else has deleted its row: what the session has of it is old */
	int64_t now[MOST_COLUMNS], seen[MOST_COLUMNS];
	int link[MOST_COLUMNS]; /* by foreign key: an object, NO_LINK, LINK_TO_NONE */
	struct member members[MOST_RELATIONS];
};

/* A row of post_tags to be written, or (not added) to be taken away. */
struct note {
	int post, tag;
	bool added;
};

struct world {
	struct row rows[KINDS][MOST_ROWS];
	int64_t pairs[MOST_PAIRS][2];
	int pair_count;
	struct object objects[MOST_OBJECTS];
	int object_count;
	struct note notes[MOST_NOTES];
	int note_count;
	uint8_t replaced[MOST_OBJECTS]; /* users whose profile, not loaded, was replaced */
};

/* The world as it is, as it was at the latest commit, and what is open. */
enum { MOST_LEVELS = 6 };
struct level {
	struct world before;
	bool outermost;
};
struct state {
	cq_engine *engine;
	cq_session *session;
	cq_connection *plain;  /* to look at the database beside the session */
	struct world now, base;
	bool open;             /* the database has a transaction */
	int levels;
	struct level level[MOST_LEVELS];
	bool broken;           /* a flush has failed in a transaction that was open: on PostgreSQL nothing goes but a rollback */
	bool postgres;
	bool expires;          /* on commit */
};
extern struct state s;

/* ---- schema.c */
void schema_ready(void);
void schema_create(void);
void schema_empty(void);
int64_t value_of(int kind, int column, const void *object);
void value_put(int kind, int column, void *object, int64_t value);
/* All rows of a table through a connection, structs side by side. */
cq_status rows_read(cq_connection *db, int kind, void (*each)(int kind, const void *object));
cq_status pairs_read(cq_connection *db, void (*each)(int64_t post, int64_t tag));
/* Statements on the session: every object of a kind, with relations to load or anew; and how many objects and which. */
cq_status session_all(int kind, unsigned how, void (*each)(int kind, void *object));
cq_status session_get(int kind, const int64_t *key, void **out);
cq_status session_update(unsigned which, int64_t value, int64_t other);
cq_status session_delete(int64_t value);
/* Somebody else writes. */
void elsewhere(int kind, const struct row *row);
void elsewhere_gone(int kind, const struct row *row);

/* ---- world.c */
struct row *row_find(struct world *w, int kind, const int64_t *key);
struct row *row_new(struct world *w, int kind);
int object_of_row(const struct world *w, int kind, const int64_t *key);
bool is_live(const struct object *o);
bool is_persistent(const struct object *o);
int parent_of(const struct world *w, int child, int column);
bool has_pair(const struct world *w, int post, int tag);
void member_put(struct world *w, int object, int relation, int item);
void member_take(struct world *w, int object, int relation, int item);
void member_one(struct world *w, int object, int relation, int item);
bool member_has(const struct world *w, int object, int relation, int item);
void relate(struct world *w, int child, int kind_of_parent, int relation_of_parent, int parent, bool taken);
void associate(struct world *w, int post, int tag, bool added);
void added(struct world *w, int object);
void unload(struct object *o);
/* Everything that a flush does, or what it must fail with: bits of 1 << status. *may: what it may fail with. */
uint64_t flush_model(struct world *w, uint64_t *may);
/* Keys that the database made stand in the real objects now. */
void flush_keys(struct world *w);
void commit_model(void);
void rollback_model(void);
/* Keys of what a relation leads to, by the rows. Returns how many. */
int related_rows(const struct world *w, int object, int relation, int64_t *keys);
bool anything_pending(const struct world *w);

/* ---- compare.c */
int object_known(int kind, void *real);
void compare_all(void);
void compare_rows(struct world *w, cq_connection *db);
/* Whether the database has just these rows. */
bool rows_are(struct world *w);
void compare_objects(void);
/* A relation was read: it holds what the rows say. must: it is loaded now. */
void adopt_member(int object, int relation, bool must);
/* The objects that a relation holds, by the model, or, where nobody promises what it holds, as it is. Returns how many. */
int held_items(int object, int relation, int *items);
/* Whether it is loaded is as it is, and what it holds nobody promises. */
void adopt_flag(int object, int relation);
void adopt_after_rollback(int object);

/* ---- step.c */
struct step {
	uint32_t what, a, b, c;
};
void step_do(const struct step *one);
/* Behind the last one: all is committed or rolled back. */
void end_all(bool commits);

/* ---- the test */
noreturn void wrong(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Rows, objects and relations were. */
void compared(void);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
