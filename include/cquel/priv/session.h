/* cquel/priv/session.h: what the verbs of sessions expand into: the place of the call, the checks of types, and the call of a
 * function of cquel/session.h. C only.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_SESSION_H
#define CQUEL_PRIV_SESSION_H

#include <cquel/query.h>
#include <cquel/priv/related.h>

#ifndef __cplusplus

/* The session, which notes where it is called. */
#define CQ_PRIV_AT(session) cq_session_at((session), __FILE__, __LINE__)

/* ---- what connections and sessions both have: the session's function for a session */
#define CQ_PRIV_OF_BOTH(db, session, connection) \
	_Generic((db), cq_session *: session, default: connection)(_Generic((db), cq_session *: cq_session_at((cq_session *)(void *)(db), __FILE__, __LINE__), default: (db))
#define cq_begin(db, ...) CQ_PRIV_OF_BOTH(db, cq_session_begin, cq_begin), __VA_ARGS__)
#define cq_savepoint(db) CQ_PRIV_OF_BOTH(db, cq_session_savepoint, cq_savepoint))
#define cq_commit(db) CQ_PRIV_OF_BOTH(db, cq_session_commit, cq_commit))
#define cq_rollback(db) CQ_PRIV_OF_BOTH(db, cq_session_rollback, cq_rollback))
#define cq_transact(db, ...) CQ_PRIV_OF_BOTH(db, cq_session_transact, cq_transact), __VA_ARGS__)
#define cq_in_transaction(db) CQ_PRIV_OF_BOTH(db, cq_session_in_transaction, cq_in_transaction))
#define cq_last_error(db) CQ_PRIV_OF_BOTH(db, cq_session_error, cq_last_error))

#define cq_create_all(db, ...) CQ_PRIV_OF_BOTH(db, cq_priv_session_create_all, cq_create_all), __VA_ARGS__)
#define cq_drop_all(db, ...) CQ_PRIV_OF_BOTH(db, cq_priv_session_drop_all, cq_drop_all), __VA_ARGS__)

/* ---- verbs without types */
#define cq_delete(session, ...) cq_delete(CQ_PRIV_AT(session), (__VA_ARGS__))
#define cq_flush(session) cq_flush(CQ_PRIV_AT(session))
#define cq_refresh(session, ...) cq_refresh(CQ_PRIV_AT(session), (__VA_ARGS__))
#define cq_expire(session, ...) cq_expire(CQ_PRIV_AT(session), (__VA_ARGS__))
#define cq_expire_all(session) cq_expire_all(CQ_PRIV_AT(session))
#define cq_expunge(session, ...) cq_expunge(CQ_PRIV_AT(session), (__VA_ARGS__))
#define cq_expunge_all(session) cq_expunge_all(CQ_PRIV_AT(session))

/* ---- what is given: the session, the model, pointers. Each is evaluated once; of what is not declared, or wrong, nothing more is said. */
extern cq_ph_error cq_of_o, cq_object_o, cq_other_o, cq_given_o;
#define CQ_PRIV_IS_POINTER(e) (__builtin_classify_type(e) == 5)
#define CQ_PRIV_POINTER(e) __builtin_choose_expr(CQ_PRIV_IS_POINTER(e), e, (void *)0)
#define CQ_PRIV_SESSION_IN(what, session) \
	__auto_type cq_of_o = ((void)0, session); \
	CQ_PRIV_RULE(_Generic(cq_of_o, cq_session *: 1, void *: 1, cq_ph_error: 1, default: 0), what ": " #session " " CQ_SAY_NO_SESSION)
#define CQ_PRIV_SESSION_AT cq_session_at((cq_session *)(void *)CQ_PRIV_POINTER(cq_of_o), __FILE__, __LINE__)
/* The model S as cq_tt. What is neither a model nor a row list is an error of the compiler's own. */
#define CQ_PRIV_MODEL_IN(what, S) CQ_PRIV_CAT(CQ_PRIV_MODEL_IN_, CQ_PRIV_IS_LIST(S##_FIELDS(CQ_PRIV_NOTHING)))(what, S)
#define CQ_PRIV_MODEL_IN_0(what, S) __auto_type cq_tt = &cq_target_##S; (void)cq_tt;
#define CQ_PRIV_MODEL_IN_1(what, R) CQ_PRIV_RULE(0, what ": " #R " is a row list, not a model") const cq_tt_none *const cq_tt = 0; (void)cq_tt;
#define CQ_PRIV_TABLE_IN ((const cq_table *)cq_tt->target.descriptor)
#define CQ_PRIV_OBJECT_TYPE __typeof__(*cq_tt->of)
/* n_o is what was given; a pointer of one of the types, or a void *. */
#define CQ_PRIV_POINTER_IN(n, txt, x, what, ...) \
	__auto_type n##_o = ((void)0, x); \
	CQ_PRIV_RULE(CQ_PRIV_NO_TARGET_TYPE || _Generic(n##_o, __VA_ARGS__: 1, void *: 1, cq_ph_error: 1, default: 0), txt " is no pointer to " what)
#define CQ_PRIV_TO_OBJECT CQ_PRIV_OBJECT_TYPE
#define CQ_PRIV_TO_CONSTANT CQ_PRIV_OBJECT_TYPE: 1, const __typeof__(**cq_tt->of) *
#define CQ_PRIV_TO_POINTER CQ_PRIV_OBJECT_TYPE *

/* ---- objects */

/** Adds an object to the session, which does not copy it: it must live until it is expunged or the session closes. It becomes
 *  a row with the next flush, which writes its key and database defaults back. What its relations hold is added with it. object: a S *.
 *  Example: User ann = CQ_NEW(User, .username = "ann"); CQ_TRY(cq_add(session, User, &ann)); */
#define cq_add(session, S, ...) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_add", session) CQ_PRIV_MODEL_IN("cq_add", S) \
		CQ_PRIV_POINTER_IN(cq_object, "cq_add: " #__VA_ARGS__, (__VA_ARGS__), "a " #S, CQ_PRIV_TO_OBJECT) \
		CQ_PRIV_ELSE_STATUS cq_session_add(CQ_PRIV_SESSION_AT, CQ_PRIV_TABLE_IN, (void *)CQ_PRIV_POINTER(cq_object_o)); })
/** Adds count objects that stand side by side, all or none. objects: a S *. */
#define cq_add_all(session, S, objects, count) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_add_all", session) CQ_PRIV_MODEL_IN("cq_add_all", S) \
		CQ_PRIV_POINTER_IN(cq_object, "cq_add_all: " #objects, objects, "a " #S, CQ_PRIV_TO_OBJECT) \
		CQ_PRIV_ELSE_STATUS cq_session_add_all(CQ_PRIV_SESSION_AT, CQ_PRIV_TABLE_IN, (void *)CQ_PRIV_POINTER(cq_object_o), (count)); })
/** Makes a new object in the session's memory, its texts too, and adds it. out: a S **. What follows is as in CQ_NEW.
 *  Example: User *ann; CQ_TRY(cq_add_new(session, User, &ann, .username = name, .is_active = true)); */
#define cq_add_new(session, S, ...) CQ_PRIV_CAT(CQ_PRIV_ADD_NEW_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(session, S, __VA_ARGS__)
#define CQ_PRIV_ADD_NEW_0(session, S, out) CQ_PRIV_ADD_NEW(session, S, out, CQ_NEW(S))
#define CQ_PRIV_ADD_NEW_1(session, S, out, ...) CQ_PRIV_ADD_NEW(session, S, out, CQ_NEW(S, __VA_ARGS__))
#define CQ_PRIV_ADD_NEW(session, S, out, ...) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_add_new", session) CQ_PRIV_MODEL_IN("cq_add_new", S) \
		CQ_PRIV_POINTER_IN(cq_other, "cq_add_new: " #out, out, "a " #S " *", CQ_PRIV_TO_POINTER) const S cq_values = __VA_ARGS__; \
		CQ_PRIV_ELSE_STATUS cq_session_add_new(CQ_PRIV_SESSION_AT, CQ_PRIV_TABLE_IN, &cq_values, (void *)CQ_PRIV_POINTER(cq_other_o)); })

/** The object with that primary key; NULL when there is no such row. One that the session has is given without asking the database, unless
 *  it is expired. out: a S **. Values of a composite key stand in the order of its columns.
 *  Example: User *user; CQ_TRY(cq_get(session, User, &user, 7)); */
#define cq_get(session, S, ...) CQ_PRIV_CAT(CQ_PRIV_GET_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(session, S, __VA_ARGS__)
#define CQ_PRIV_GET_0(session, S, out) CQ_PRIV_X({ CQ_PRIV_RULE(0, "cq_get(" #S "): " CQ_SAY_KEY_COUNT) (cq_status)0; })
#define CQ_PRIV_GET_1(session, S, out, ...) CQ_PRIV_GET_N(CQ_PRIV_COUNT(__VA_ARGS__), session, S, out, __VA_ARGS__)
#define CQ_PRIV_GET_N(n, session, S, out, ...) CQ_PRIV_GET(n, session, S, out, __VA_ARGS__)
#define CQ_PRIV_GET(n, session, S, out, ...) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_get", session) CQ_PRIV_MODEL_IN("cq_get", S) \
		CQ_PRIV_POINTER_IN(cq_other, "cq_get: " #out, out, "a " #S " *", CQ_PRIV_TO_POINTER) \
		CQ_PRIV_RULE(CQ_PRIV_NO_TARGET_TYPE || CQ_PRIV_KEYS, "cq_get(" #S "): " CQ_SAY_NO_KEY) \
		CQ_PRIV_RULE(CQ_PRIV_NO_TARGET_TYPE || !CQ_PRIV_KEYS || CQ_PRIV_KEYS == n, "cq_get(" #S "): " CQ_SAY_KEY_COUNT) \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_KEY_TAKE, (n, #S), __VA_ARGS__) \
		const cq_value cq_key[] = {CQ_PRIV_OVER(n, CQ_PRIV_KEY_VALUE)}; const uint8_t cq_key_types[] = {CQ_PRIV_OVER(n, CQ_PRIV_KEY_TYPE)}; \
		CQ_PRIV_ELSE_STATUS cq_session_get(CQ_PRIV_SESSION_AT, CQ_PRIV_TABLE_IN, (void *)CQ_PRIV_POINTER(cq_other_o), cq_key, cq_key_types, n); })
/* The columns of the model's key, and the families that they are of: of several columns the second enforcer looks which. */
#define CQ_PRIV_KEY_WORD (sizeof *cq_tt->names->cq_key / sizeof(void *) - 1)
#define CQ_PRIV_KEYS __builtin_popcountll(CQ_PRIV_KEY_WORD >> 32)
#define CQ_PRIV_KEY_TAKE(p, i, x) CQ_PRIV_KEY_TAKE_(CQ_PRIV_RELATION_OPEN p, i, x)
#define CQ_PRIV_KEY_TAKE_(...) CQ_PRIV_KEY_TAKE__(__VA_ARGS__)
#define CQ_PRIV_KEY_TAKE__(n, S, i, x) \
	__auto_type cq_i##i##_o = ((void)0, x); \
	CQ_PRIV_RULE(CQ_PRIV_NO_TARGET_TYPE || CQ_PRIV_KEYS != n || (CQ_PRIV_GIVEN_SERVES(cq_i##i##_o) & CQ_PRIV_KEY_WORD & CQ_PRIV_FAMILIES), "cq_get(" S "): " #x ": " CQ_SAY_KEY_TYPE)
#define CQ_PRIV_KEY_GIVEN(i) __builtin_choose_expr(CQ_PRIV_GIVEN_SERVES(cq_i##i##_o) != 0, cq_i##i##_o, (void *)0)
#define CQ_PRIV_KEY_VALUE(i) CQ_PRIV_GIVEN_VALUE_OF(CQ_PRIV_KEY_GIVEN(i)),
#define CQ_PRIV_KEY_TYPE(i) CQ_PRIV_GIVEN_TYPE_OF(CQ_PRIV_KEY_GIVEN(i)),

/** Brings the state of an object that is not of the session into it: into the one with its key, read if need be, or a new one. out: a S **. */
#define cq_merge(session, S, given, out) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_merge", session) CQ_PRIV_MODEL_IN("cq_merge", S) \
		CQ_PRIV_POINTER_IN(cq_object, "cq_merge: " #given, given, "a " #S, CQ_PRIV_TO_CONSTANT) \
		CQ_PRIV_POINTER_IN(cq_other, "cq_merge: " #out, out, "a " #S " *", CQ_PRIV_TO_POINTER) \
		CQ_PRIV_ELSE_STATUS cq_session_merge(CQ_PRIV_SESSION_AT, CQ_PRIV_TABLE_IN, CQ_PRIV_POINTER(cq_object_o), (void *)CQ_PRIV_POINTER(cq_other_o)); })

/** A copy of an object and all it has loaded that outlives the session (cq_session_take). out: a S **, freed with cq_free(out). */
#define cq_take(session, S, object, out) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_take", session) CQ_PRIV_MODEL_IN("cq_take", S) \
		CQ_PRIV_POINTER_IN(cq_object, "cq_take: " #object, object, "a " #S, CQ_PRIV_TO_CONSTANT) \
		CQ_PRIV_POINTER_IN(cq_other, "cq_take: " #out, out, "a " #S " *", CQ_PRIV_TO_POINTER) \
		CQ_PRIV_ELSE_STATUS cq_session_take(CQ_PRIV_SESSION_AT, CQ_PRIV_POINTER(cq_object_o), (void *)CQ_PRIV_POINTER(cq_other_o)); })

/** Sets a column by a name known only at run time (cq_session_set_field).
 *  Example: CQ_TRY(cq_set_field(session, user, "bio", text)); */
#define cq_set_field(session, object, name, ...) \
	CQ_PRIV_X({ __auto_type cq_given_o = ((void)0, __VA_ARGS__); \
		CQ_PRIV_ELSE_STATUS cq_session_set_field(CQ_PRIV_AT(session), (object), (name), CQ_PRIV_GIVEN_TYPE_OF(cq_given_o), CQ_PRIV_GIVEN_VALUE_OF(cq_given_o)); })

/* ---- values of any type */
static inline cq_value cq_priv_given_integer(int64_t x) { cq_value v; __builtin_memset(&v, 0, sizeof v); v.integer = x; return v; }
static inline cq_value cq_priv_given_unsigned(uint64_t x) { cq_value v = cq_priv_given_integer((int64_t)x); return v; }
static inline cq_value cq_priv_given_real(double x) { cq_value v = cq_priv_given_integer(0); v.real = x; return v; }
static inline cq_value cq_priv_given_text(const char *x) { cq_value v = cq_priv_given_integer(0); v.text = x; return v; }
static inline cq_value cq_priv_given_bytes(cq_bytes x) { cq_value v = cq_priv_given_integer(0); v.bytes.data = x.data; v.bytes.size = x.size; return v; }
static inline cq_value cq_priv_given_decimal(cq_decimal x) { cq_value v = cq_priv_given_integer(0); v.decimal = x; return v; }
static inline cq_value cq_priv_given_date(cq_date x) { return cq_priv_given_integer(x.days); }
static inline cq_value cq_priv_given_time(cq_time x) { return cq_priv_given_integer(x.microseconds); }
static inline cq_value cq_priv_given_timestamp(cq_timestamp x) { return cq_priv_given_integer(x.microseconds); }
static inline cq_value cq_priv_given_interval(cq_interval x) { cq_value v = cq_priv_given_integer(0); v.interval = x; return v; }
static inline cq_value cq_priv_given_uuid(cq_uuid x) { cq_value v = cq_priv_given_integer(0); v.uuid = x; return v; }
static inline cq_value cq_priv_given_nothing(const void *x) { cq_value v = cq_priv_given_integer(0); (void)x; v.is_null = 1; return v; }
#define CQ_PRIV_GIVEN_OPTIONAL(name, optional) \
	static inline cq_value cq_priv_given_o_##name(optional x) { cq_value v = cq_priv_given_##name(x.value); v.is_null = !x.present; return v; }
CQ_PRIV_GIVEN_OPTIONAL(decimal, cq_opt_decimal)
CQ_PRIV_GIVEN_OPTIONAL(date, cq_opt_date)
CQ_PRIV_GIVEN_OPTIONAL(time, cq_opt_time)
CQ_PRIV_GIVEN_OPTIONAL(timestamp, cq_opt_timestamp)
CQ_PRIV_GIVEN_OPTIONAL(interval, cq_opt_interval)
CQ_PRIV_GIVEN_OPTIONAL(uuid, cq_opt_uuid)
static inline cq_value cq_priv_given_o_bool(cq_opt_bool x) { cq_value v = cq_priv_given_integer(x.value); v.is_null = !x.present; return v; }
static inline cq_value cq_priv_given_o_int16(cq_opt_int16 x) { cq_value v = cq_priv_given_integer(x.value); v.is_null = !x.present; return v; }
static inline cq_value cq_priv_given_o_int32(cq_opt_int32 x) { cq_value v = cq_priv_given_integer(x.value); v.is_null = !x.present; return v; }
static inline cq_value cq_priv_given_o_int64(cq_opt_int64 x) { cq_value v = cq_priv_given_integer(x.value); v.is_null = !x.present; return v; }
static inline cq_value cq_priv_given_o_enum(cq_opt_enum x) { cq_value v = cq_priv_given_integer(x.value); v.is_null = !x.present; return v; }
static inline cq_value cq_priv_given_o_float(cq_opt_float x) { cq_value v = cq_priv_given_real((double)x.value); v.is_null = !x.present; return v; }
static inline cq_value cq_priv_given_o_double(cq_opt_double x) { cq_value v = cq_priv_given_real(x.value); v.is_null = !x.present; return v; }

#define CQ_PRIV_GIVEN_VALUE_OF(x) \
	_Generic((x), unsigned long: cq_priv_given_unsigned, unsigned long long: cq_priv_given_unsigned, float: cq_priv_given_real, double: cq_priv_given_real, char *: cq_priv_given_text, const char *: cq_priv_given_text, cq_bytes: cq_priv_given_bytes, \
		cq_decimal: cq_priv_given_decimal, cq_date: cq_priv_given_date, cq_time: cq_priv_given_time, cq_timestamp: cq_priv_given_timestamp, cq_interval: cq_priv_given_interval, cq_uuid: cq_priv_given_uuid, \
		cq_opt_bool: cq_priv_given_o_bool, cq_opt_int16: cq_priv_given_o_int16, cq_opt_int32: cq_priv_given_o_int32, cq_opt_int64: cq_priv_given_o_int64, cq_opt_float: cq_priv_given_o_float, cq_opt_double: cq_priv_given_o_double, \
		cq_opt_decimal: cq_priv_given_o_decimal, cq_opt_date: cq_priv_given_o_date, cq_opt_time: cq_priv_given_o_time, cq_opt_timestamp: cq_priv_given_o_timestamp, cq_opt_interval: cq_priv_given_o_interval, \
		cq_opt_uuid: cq_priv_given_o_uuid, cq_opt_enum: cq_priv_given_o_enum, void *: cq_priv_given_nothing, cq_ph_error: cq_priv_given_nothing, default: cq_priv_given_integer)(x)
#define CQ_PRIV_GIVEN_TYPE_OF(x) \
	_Generic((x), bool: CQ_TYPE_BOOLEAN, cq_opt_bool: CQ_TYPE_BOOLEAN, float: CQ_TYPE_DOUBLE, double: CQ_TYPE_DOUBLE, cq_opt_float: CQ_TYPE_DOUBLE, cq_opt_double: CQ_TYPE_DOUBLE, char *: CQ_TYPE_TEXT, const char *: CQ_TYPE_TEXT, cq_bytes: CQ_TYPE_BYTES, \
		cq_decimal: CQ_TYPE_DECIMAL, cq_opt_decimal: CQ_TYPE_DECIMAL, cq_date: CQ_TYPE_DATE, cq_opt_date: CQ_TYPE_DATE, cq_time: CQ_TYPE_TIME, cq_opt_time: CQ_TYPE_TIME, cq_timestamp: CQ_TYPE_TIMESTAMP, cq_opt_timestamp: CQ_TYPE_TIMESTAMP, \
		cq_interval: CQ_TYPE_INTERVAL, cq_opt_interval: CQ_TYPE_INTERVAL, cq_uuid: CQ_TYPE_UUID, cq_opt_uuid: CQ_TYPE_UUID, cq_opt_enum: CQ_TYPE_ENUM, void *: CQ_TYPE_NONE, default: CQ_TYPE_BIGINT)
/* The families of the columns that take such a value; 0: none does. */
#define CQ_PRIV_GIVEN_SERVES(x) \
	_Generic((x), bool: 0x1, cq_opt_bool: 0x1, float: 0x4, double: 0x4, cq_opt_float: 0x4, cq_opt_double: 0x4, char *: 0x810, const char *: 0x810, cq_bytes: 0x20, cq_decimal: 0x8, cq_opt_decimal: 0x8, \
		cq_date: 0x40, cq_opt_date: 0x40, cq_time: 0x80, cq_opt_time: 0x80, cq_timestamp: 0x100, cq_opt_timestamp: 0x100, cq_interval: 0x200, cq_opt_interval: 0x200, cq_uuid: 0x400, cq_opt_uuid: 0x400, \
		cq_opt_enum: 0x1000, cq_opt_int16: CQ_PRIV_INTEGER_SERVES, cq_opt_int32: CQ_PRIV_INTEGER_SERVES, cq_opt_int64: CQ_PRIV_INTEGER_SERVES, cq_ph_error: CQ_PRIV_FAMILIES, \
		default: __builtin_classify_type(x) > 0 && __builtin_classify_type(x) < 5 ? CQ_PRIV_INTEGER_SERVES : 0)
#define CQ_PRIV_INTEGER_SERVES 0x100f /* also a BOOLEAN, an ENUM, a number with a fraction */

/* ---- relations. The handle's type says whose it is, what it leads to, and to how many. */
#define CQ_PRIV_RELATION_OF(what, relation, many, kind_text) \
	CQ_PRIV_TAKE_RELATION(cq_rel, relation, what) \
	CQ_PRIV_RULE(CQ_PRIV_OTHER_KIND(0) || CQ_PRIV_IS_TO_MANY(cq_rel) == many, what ": " #relation " leads to " kind_text)
/* Of what is no relation, or one of the other kind, nothing more is said. */
#define CQ_PRIV_OTHER_KIND(many) (!CQ_PRIV_IS_KNOWN(cq_rel) || (many != 0 && CQ_PRIV_IS_TO_MANY(cq_rel) != (many == 1)))
#define CQ_PRIV_OWN_RULE(what, relation, object, many) \
	__auto_type cq_object_o = ((void)0, object); \
	CQ_PRIV_RULE(CQ_PRIV_OTHER_KIND(many) || _Generic(cq_object_o, CQ_PRIV_OWN_POINTER(cq_rel): 1, cq_ph_error: 1, default: 0), what ": " #object " is no pointer to an object that has " #relation)
#define CQ_PRIV_OTHER_RULE(what, relation, other, many, text, ...) \
	__auto_type cq_other_o = ((void)0, other); \
	CQ_PRIV_RULE(CQ_PRIV_OTHER_KIND(many) || _Generic(cq_other_o, __VA_ARGS__: 1, cq_ph_error: 1, default: 0), what ": " #other " is no " text " that " #relation " leads to")
#define CQ_PRIV_RELATE(function, what, session, object, relation, other) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN(what, session) CQ_PRIV_RELATION_OF(what, relation, 1, "one object: cq_assign sets it") CQ_PRIV_OWN_RULE(what, relation, object, 1) \
		CQ_PRIV_OTHER_RULE(what, relation, other, 1, "pointer to an object", CQ_PRIV_TARGET_POINTER(cq_rel)) \
		CQ_PRIV_ELSE_STATUS function(CQ_PRIV_SESSION_AT, CQ_PRIV_TAKEN_RELATION(cq_rel), CQ_PRIV_POINTER(cq_object_o), CQ_PRIV_POINTER(cq_other_o)); })

/** Puts an object into a collection, at its end; the other side is kept in step, and the flush writes the foreign key or the row of the association. A new object
 *  is added. Nothing happens when it is there.
 *  Example: CQ_TRY(cq_append(session, user, users.posts, &hello)); */
#define cq_append(session, object, relation, other) CQ_PRIV_RELATE(cq_session_append, "cq_append", session, object, relation, other)
/** Puts count objects into a collection, in their order, all or none. objects: an array of pointers to them, as in a cq_objects(S).
 *  Example: CQ_TRY(cq_append_all(session, user, users.posts, found.items, found.count)); */
#define cq_append_all(session, object, relation, objects, count) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_append_all", session) CQ_PRIV_RELATION_OF("cq_append_all", relation, 1, "one object: cq_assign sets it") CQ_PRIV_OWN_RULE("cq_append_all", relation, object, 1) \
		CQ_PRIV_OTHER_RULE("cq_append_all", relation, objects, 1, "array of pointers to objects", CQ_PRIV_TARGET_POINTER(cq_rel) *: 1, CQ_PRIV_TARGET_POINTER(cq_rel) const *) \
		CQ_PRIV_ELSE_STATUS cq_session_append_all(CQ_PRIV_SESSION_AT, CQ_PRIV_TAKEN_RELATION(cq_rel), CQ_PRIV_POINTER(cq_object_o), \
			(void *const *)(const void *)CQ_PRIV_POINTER(cq_other_o), (count)); })
/** Takes an object out of a collection: its foreign key becomes NULL, or, with DELETE_ORPHAN, it is deleted. */
#define cq_remove(session, object, relation, other) CQ_PRIV_RELATE(cq_session_remove, "cq_remove", session, object, relation, other)
/** Sets a relation to one object; other: NULL for none.
 *  Example: CQ_TRY(cq_assign(session, post, posts.author, bob)); */
#define cq_assign(session, object, relation, other) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_assign", session) CQ_PRIV_RELATION_OF("cq_assign", relation, 0, "any number of objects: cq_append and cq_remove change it") CQ_PRIV_OWN_RULE("cq_assign", relation, object, 2) \
		CQ_PRIV_OTHER_RULE("cq_assign", relation, other, 2, "pointer to an object", CQ_PRIV_TARGET_POINTER(cq_rel): 1, void *) \
		CQ_PRIV_ELSE_STATUS cq_session_assign(CQ_PRIV_SESSION_AT, CQ_PRIV_TAKEN_RELATION(cq_rel), CQ_PRIV_POINTER(cq_object_o), CQ_PRIV_POINTER(cq_other_o)); })

#endif

#endif
