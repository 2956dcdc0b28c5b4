/* language.c: every word of the language, used well. */
#include "../models.h"

#define Everything_FIELDS(FIELD) \
	FIELD(author, OBJECT(User), ALL(users)) \
	FIELD(post, OBJECT(Post), ALL(posts)) \
	FIELD(title, NULLABLE(TEXT), posts.title) \
	FIELD(named, TEXT, COALESCE(posts.title, users.bio, "none")) \
	FIELD(role, ENUM(Role), users.role) \
	FIELD(older, INTEGER, ADD(users.age, 1))
CQ_ROW(Everything)

cq_status comparisons(unsigned char small, unsigned long long huge, float single, bool flag, Role role, char buffer[20]);
cq_status texts_and_numbers(cq_decimal price, cq_date made, cq_uuid code, cq_bytes picture, cq_timestamp since);
cq_status subqueries(void);
cq_status optional_parts(bool by_name, bool by_age, const char *prefix);
cq_status conditions(void);
cq_status groups(int64_t least);
cq_status written(cq_opt_int64 boss_id, const char *bio);
cq_status results(void);
cq_status raw(int64_t id);
cq_status with_long_names(int64_t id);

cq_status comparisons(unsigned char small, unsigned long long huge, float single, bool flag, Role role, char buffer[20])
{
	const int constant = 3;
	struct {
		unsigned three : 3;
		uint64_t forty : 40;
		bool one : 1;
	} bits = { 1, 2, true };
	CQ_TRY(cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT,
		FROM(users),
		WHERE(EQ(users.age, small), NE(users.id, huge), LT(users.age, constant), LE(users.age, 'x'), GT(users.age, bits.three),
			GE(users.id, number), EQ(users.is_active, flag), EQ(users.is_active, bits.one), EQ(users.is_active, number > 3),
			EQ(users.role, ROLE_ADMIN), EQ(users.role, role), EQ(users.username, buffer), EQ(users.username, "x"),
			BETWEEN(users.age, 1, number), IN(users.age, 1, 2, 3), NOT_IN(users.username, "a", name),
			IN_ARRAY(users.username, names, count), NOT_IN_ARRAY(users.id, &large, 1), IS_NULL(users.bio),
			IS_NOT_NULL(users.score), NOT(users.is_active)),
		LIMIT(number),
		OFFSET(3))));
	return cq_execute(db, NULL, SQL(SELECT(products.id), FROM(products), WHERE(GT(products.weight, single), LT(products.weight, 2.5))));
}

cq_status texts_and_numbers(cq_decimal price, cq_date made, cq_uuid code, cq_bytes picture, cq_timestamp since)
{
	CQ_TRY(cq_execute(db, NULL, SQL(
		SELECT(LOWER(users.username), UPPER(users.bio), LENGTH(users.username), CONCAT(users.username, " ", users.bio)),
		FROM(users),
		WHERE(LIKE(users.username, "a%"), ILIKE(users.bio, name), STARTS_WITH(users.username, name), ENDS_WITH(users.bio, "x"),
			CONTAINS(users.username, users.bio), GE(users.created_at, since)))));
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(products.price, products.gross), SUB(products.weight, 1), MUL(products.price, 2), DIV(products.weight, real),
			MOD(products.id, 3), NEG(products.weight), VALUE(number), VALUE(price), NULL_OF(DATE)),
		FROM(products),
		WHERE(EQ(products.price, price), EQ(products.made, made), EQ(products.code, code), EQ(products.picture, picture))));
}

cq_status subqueries(void)
{
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(COUNT(posts.id)), FROM(posts), WHERE(EQ(posts.author_id, users.id)))),
		FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts))),
			NOT_IN(users.id, SUBQUERY(SELECT(likes.user_id), FROM(likes))),
			EXISTS(SELECT(posts.id), FROM(posts),
				WHERE(EQ(posts.author_id, users.id),
					EXISTS(SELECT(likes.post_id), FROM(likes), WHERE(EQ(likes.post_id, posts.id), EQ(likes.user_id, users.id))))))));
}

cq_status optional_parts(bool by_name, bool by_age, const char *prefix)
{
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN(newest, IS_NULL(posts.body))),
		WHEN(by_name, JOIN(boss, EQ(boss.id, users.boss_id))),
		WHEN(by_age, WHERE(AND(users.is_active, WHEN(prefix, STARTS_WITH(users.username, prefix)), OR(WHEN(by_age, GT(users.age, 3)), users.is_active)))),
		ORDER_BY(by_name ? DESC(users.created_at) : ASC(users.username), EITHER(by_age, DESC(posts.id), ASC(users.id)), users.id),
		WHEN(newest, LIMIT(3))));
}

cq_status conditions(void)
{
	const cq_condition active = CONDITION(users.is_active);
	cq_condition both[2] = { CONDITION(GT(users.age, number)), active };
	CQ_TRY(cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(active, AND(both[0], ALL_OF_VALUES(2, both)), ANY_OF_VALUES(2, both)))));
	CQ_TRY(cq_execute(db, NULL, SQL(SELECT(users.id), FROM(users), WHERE(WHEN(newest, active), newest ? EQ(users.bio, name) : GT(users.id, large)))));
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, ALL_OF(k, count, OR(EQ(users.username, names[i]), EQ(users.bio, names[k])))))));
}

cq_status groups(int64_t least)
{
	CQ_TRY(cq_execute(db, NULL, SQL(
		SELECT(users.username, AS(COUNT(posts.id), total), COUNT_DISTINCT(posts.title), SUM(users.score), AVG(users.age), MIN(users.bio),
			MAX(posts.created_at), COUNT_ROWS()),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id)),
		GROUP_BY(users.id),
		HAVING(GE(COUNT(posts.id), least), users.is_active),
		ORDER_BY(DESC(LABEL(total)), MAX(users.age)))));
	return cq_execute(db, NULL, SQL(SELECT(AS(LOWER(users.username), low), COUNT(users.id)), FROM(users), GROUP_BY(LABEL(low))));
}

cq_status written(cq_opt_int64 boss_id, const char *bio)
{
	int64_t id;
	User *user;
	cq_rows(User) gone;
	CQ_TRY(cq_scalar(db, &id, SQL(INSERT_INTO(users, SET(username, name), SET(age, 3), SET(bio, bio), SET(boss_id, boss_id), SET(role, ROLE_ADMIN)), RETURNING(users.id))));
	CQ_TRY(cq_execute(db, &id, SQL(INSERT_INTO(users, VALUES(people, count)))));
	CQ_TRY(cq_one(db, User, &user, SQL(INSERT_INTO(users, SET(username, name), SET(age, number)), RETURNING_ALL(users))));
	CQ_TRY(cq_execute(db, &id, SQL(UPDATE(users, SET(age, ADD(users.age, 1)), WHEN(newest, SET(bio, NULL_TEXT)), SET(boss_id, NULL), SET(score, maybe)), ALL_ROWS)));
	CQ_TRY(cq_all(db, User, &gone, SQL(DELETE_FROM(users), WHERE(EQ(users.id, id)), RETURNING_ALL(users))));
	cq_free(&gone);
	cq_free(&user);
	User made = CQ_NEW(User, .username = "ann", .age = 40);
	return cq_insert(db, User, &made);
}

cq_status results(void)
{
	cq_rows(Everything) rows;
	cq_rows(User) users_found;
	cq_rows(int64_t) ids;
	const char *text;
	bool flag;
	Role role;
	cq_opt_int64 sum;
	cq_stream *stream;
	cq_operation *operation;
	char *sql;
	CQ_TRY(cq_all(db, Everything, &rows, SQL(SELECT_ROW(Everything), FROM(users), LEFT_JOIN(posts, EQ(posts.author_id, users.id)))));
	CQ_TRY(cq_all(db, User, &users_found, SQL(SELECT(ALL(boss)), FROM(users), JOIN(boss, EQ(boss.id, users.boss_id)))));
	CQ_TRY(cq_scalars(db, &ids, SQL(SELECT(users.id), FROM(users))));
	CQ_TRY(cq_scalar(db, &text, SQL(SELECT(users.bio), FROM(users))));
	CQ_TRY(cq_scalar_one(db, &flag, SQL(SELECT(GT(users.age, 3)), FROM(users))));
	CQ_TRY(cq_scalar_one_or_none(db, &role, SQL(SELECT(users.role), FROM(users))));
	CQ_TRY(cq_scalar(db, &sum, SQL(SELECT(SUM(users.age)), FROM(users))));
	CQ_TRY(cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users))));
	CQ_TRY(cq_submit_all(db, User, &users_found, &operation, SQL(SELECT_ALL(users), FROM(users))));
	CQ_TRY(cq_sql_text("sqlite", &sql, NULL, SQL(SELECT_ALL(users), FROM(users))));
	cq_statement kept = STATEMENT(SQL(SELECT_ALL(users), FROM(users)));
	return cq_all(db, User, &users_found, kept);
}

cq_status raw(int64_t id)
{
	int64_t total;
	CQ_TRY(cq_scalar(db, &total, RAW_SQL("SELECT count(*) FROM users WHERE id = :id", BIND(id, id))));
	CQ_TRY(cq_scalar(db, &total, RAW_SQL("SELECT count(*) FROM users")));
	return cq_execute(db, NULL, SQL(SELECT(RAW(BIGINT, "length(?) + ?", users.username, 3)), FROM(users)));
}

/* The short words are macros over the same as the long ones. */
cq_status with_long_names(int64_t id)
{
	return cq_execute(db, NULL, CQ_SQL(CQ_SELECT(users.id), CQ_FROM(users), CQ_WHERE(CQ_AND(CQ_EQ(users.id, id), CQ_LIKE(users.bio, "x")))));
}
