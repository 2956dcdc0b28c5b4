/* cquel/relation.h: relations between models as data, and the members of objects that hold what they lead to.
 *
 * A model's list t_RELATIONS(RELATION) is expanded into these structs by CQ_MODEL; docs/relations.md is the guide. It knows
 * nothing of sessions: a relation says which columns join which tables, the session loads and writes along it.
 */
#pragma GCC system_header
#ifndef CQUEL_RELATION_H
#define CQUEL_RELATION_H

#include <cquel/model.h>

#include <stdbool.h>

/** What a relation leads to, and where its foreign key stands. */
typedef enum cq_relation_kind {
	CQ_BELONGS_TO,   /* one object; the foreign key is in this table */
	CQ_HAS_ONE,      /* one object; the foreign key is in its table, where it is unique */
	CQ_HAS_MANY,     /* any number; the foreign key is in their table */
	CQ_MANY_TO_MANY  /* any number; an association table has a foreign key to either side */
} cq_relation_kind;

/** What is done along a relation by itself. Without CASCADE(...) a relation has SAVE_UPDATE and MERGE. */
enum {
	CQ_CASCADE_SAVE_UPDATE = 1,    /* what is reached is added to the session along with the object */
	CQ_CASCADE_MERGE = 2,          /* cq_merge goes on along it */
	CQ_CASCADE_REFRESH_EXPIRE = 4, /* cq_refresh and cq_expire go on along it */
	CQ_CASCADE_EXPUNGE = 8,        /* cq_expunge takes what is reached out, too */
	CQ_CASCADE_DELETE = 16,        /* what is reached is deleted with the object */
	CQ_CASCADE_DELETE_ORPHAN = 32, /* what is taken out of the relation is deleted */
	CQ_CASCADE_ALL = 31,           /* all but DELETE_ORPHAN */
	CQ_CASCADE_NONE = 0,
	CQ_CASCADE_SAID = 128          /* CASCADE(...) stands in the list */
};

/** How a relation is loaded. */
typedef enum cq_loading {
	CQ_LOAD_EXPLICITLY, /* by OPTIONS or cq_load only: the default of a model's relation */
	CQ_LOAD_SELECTIN,   /* by one further statement for all objects of the result */
	CQ_LOAD_JOINED,     /* by a LEFT JOIN in the statement itself */
	CQ_LOAD_NOTHING     /* left unloaded, whatever the model's default is */
} cq_loading;

/** One relation of a model. */
typedef struct cq_relation {
	const char *name;
	const cq_table *table;            /* whose objects have it; of an alias's relation the alias */
	const cq_table *const *target;    /* where the other model's description stands; *target is NULL in a file that does not define it */
	const cq_table *const *through;   /* the same of the association table of MANY_TO_MANY, else NULL */
	const char *const *columns;       /* names of the foreign key's columns, NULL behind the last; of MANY_TO_MANY those that lead here */
	const char *const *far_columns;   /* of MANY_TO_MANY: the association's columns that lead to the target; else NULL */
	const char *back;                 /* the relation of the target that is this one seen from there, or NULL */
	const char *order;                /* the target's column that collections are ordered by, or NULL */
	const char *object;               /* name of the target's struct, "Post" */
	uint32_t offset;                  /* of the member in the object */
	uint8_t kind;                     /* cq_relation_kind */
	uint8_t cascade;                  /* CQ_CASCADE_…; 0: not said */
	uint8_t loading;                  /* cq_loading by default */
	uint8_t descending;               /* 1: ordered downwards */
	uint8_t passive_deletes;          /* 1: what the foreign key's ON DELETE does is left to the database */
	uint8_t write_only;               /* 1: a collection that is never loaded into objects */
	uint8_t reserved[2];
} cq_relation;

/** Whether a relation's member says something. */
enum { CQ_RELATION_LOADED = 1 };

/** The member of a relation to one object: object is NULL where there is none; it says nothing unless it is loaded.
 *  Only the session writes to it: cq_assign. */
#define cq_to_one(S) struct { struct S *object; uint32_t flags; uint32_t reserved; }
/** The member of a relation to any number. Only the session writes to it: cq_append, cq_remove. The array is the session's
 *  and is replaced when the collection changes. */
#define cq_to_many(S) struct { struct S *const *items; uint32_t count; uint32_t flags; }

/** What both look like to functions. */
typedef struct cq_any_one {
	void *object;
	uint32_t flags, reserved;
} cq_any_one;
typedef struct cq_any_many {
	void *const *items;
	uint32_t count, flags;
} cq_any_many;

CQ_BEGIN_DECLS

/** What the accessors below do with a relation that is not loaded: says so on standard error, with the place, and aborts. */
CQ_API __attribute__((noreturn)) void cq_relation_not_loaded(const char *what, const char *file, int line);

CQ_END_DECLS

/** Whether the relation was loaded: cq_is_loaded(user->posts). A new object's are, once it is added: they are empty. */
#define cq_is_loaded(relation) (((relation).flags & CQ_RELATION_LOADED) != 0)

/* A member, for whoever has only its address. */
typedef struct __attribute__((may_alias)) cq_seen_one {
	void *object;
	uint32_t flags, reserved;
} cq_seen_one;
typedef struct __attribute__((may_alias)) cq_seen_many {
	void *const *items;
	uint32_t count, flags;
} cq_seen_many;
typedef struct __attribute__((may_alias)) cq_seen_count {
	uint32_t count, flags;
} cq_seen_count;

#define CQ_PRIV_LOADED(relation, text) (cq_is_loaded(relation) ? (void)0 : cq_relation_not_loaded(text, __FILE__, __LINE__))

/* clang says of each mention of a name that it is not declared: there the relation is named once, and a null pointer is the value of what
 * is an error. gcc says it once, and passes it on. */
#ifdef __clang__
#define CQ_PRIV_LOADED_OF(relation, text, member, seen) \
	__extension__({ __auto_type cq_member = &(relation).member; const seen *const cq_seen = (const seen *)(const void *)cq_member; CQ_PRIV_LOADED(*cq_seen, text); (void *)0; *cq_member; })
#else
#define CQ_PRIV_LOADED_OF(relation, text, member, seen) (CQ_PRIV_LOADED(relation, text), (relation).member)
#endif

/** The object that a relation to one leads to, or NULL: cq_related(post->author)->username. Aborts when it is not loaded. */
#define cq_related(relation) CQ_PRIV_LOADED_OF(relation, #relation, object, cq_seen_one)

/** The objects of a collection, and how many: cq_items(user->posts)[i]. Both abort when it is not loaded. */
#define cq_items(relation) CQ_PRIV_LOADED_OF(relation, #relation, items, cq_seen_many)
#define cq_count(relation) ((size_t)CQ_PRIV_LOADED_OF(relation, #relation, count, cq_seen_count))

/** Goes through a collection, whose objects are S; aborts when it is not loaded. The collection must not change meanwhile.
 *  Example: CQ_EACH(Post, post, user->posts) puts(post->title); */
#define CQ_EACH(S, name, relation) \
	for (cq_each cq_now = CQ_PRIV_EACH_OF("CQ_EACH(" #S ", " #name ", " #relation ")", S, relation); cq_now.at < cq_now.end; cq_now.at = cq_now.end + 1) \
		for (S *name; cq_now.at < cq_now.end && (name = (void *)cq_now.items[cq_now.at], 1); cq_now.at++)

/* Where it is. */
typedef struct cq_each {
	void *const *items;
	size_t at, end;
} cq_each;
/* The collection is named once; of what is not declared nothing more is said. */
#define CQ_PRIV_EACH_OF(txt, S, relation) \
	__extension__({ __auto_type cq_many = &(relation).items; const cq_seen_many *const cq_seen = (const cq_seen_many *)(const void *)cq_many; \
		CQ_PRIV_RULE(_Generic(*cq_many, cq_ph_error: 1, default: __builtin_types_compatible_p(__typeof__(***cq_many), S)), txt ": the collection holds objects of another model") \
		CQ_PRIV_LOADED(*cq_seen, #relation); (cq_each){cq_seen->items, 0, cq_seen->count}; })

#endif
