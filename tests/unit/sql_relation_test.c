/* sql_relation_test.c: joins along relations, through associations too, and questions about what relations lead to.
 *
 * It knows nothing of what a database makes of the texts. ctest runs it.
 */
#define users_RELATIONS(RELATION)                                                       \
	RELATION(posts,     HAS_MANY(Post, author_id), BACK(author))                        \
	RELATION(leader,    BELONGS_TO(User, boss_id), BACK(reports))                       \
	RELATION(reports,   HAS_MANY(User, boss_id), BACK(leader), ORDERED_BY(id))          \
	RELATION(following, MANY_TO_MANY(User, follows, follower_id, followed_id))
#define posts_RELATIONS(RELATION)                                                       \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts))                          \
	RELATION(labels, MANY_TO_MANY(Tag, post_labels, post_id, label), BACK(posts))
#define tags_RELATIONS(RELATION)                                                        \
	RELATION(posts,  MANY_TO_MANY(Post, post_labels, label, post_id), BACK(labels))     \
	RELATION(orders, MANY_TO_MANY_KEYS(Order, tag_orders, (label), (number, line)))
#define orders_RELATIONS(RELATION) RELATION(remarks, HAS_MANY(Remark, order_number, order_line))

#include "sql_clause_kit.h"

#define follows_COLUMNS(COLUMN)                                     \
	COLUMN(follower_id, BIGINT, PRIMARY_KEY, REFERENCES(users, id)) \
	COLUMN(followed_id, BIGINT, PRIMARY_KEY, REFERENCES(users, id))
CQ_ASSOCIATION(follows)

#define post_labels_COLUMNS(COLUMN)                                   \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id))       \
	COLUMN(label, VARCHAR(40), PRIMARY_KEY, REFERENCES(tags, label))  \
	COLUMN(weight, INTEGER, DEFAULT(1))
#define post_labels_OPTIONS(OPTION) OPTION(SQL_NAME("post labels"))
CQ_ASSOCIATION(post_labels)

#define tag_orders_COLUMNS(COLUMN)            \
	COLUMN(label, VARCHAR(40), PRIMARY_KEY)   \
	COLUMN(number, INTEGER, PRIMARY_KEY)      \
	COLUMN(line, SMALLINT, PRIMARY_KEY)
CQ_ASSOCIATION(tag_orders)

#define remarks_COLUMNS(COLUMN)       \
	COLUMN(id, BIGINT, PRIMARY_KEY)   \
	COLUMN(order_number, INTEGER)     \
	COLUMN(order_line, SMALLINT)
#define remarks_RELATIONS(RELATION) RELATION(order, BELONGS_TO(Order, order_number, order_line))
CQ_MODEL(Remark, remarks)

CQ_ALIAS(posts, newest)
CQ_ALIAS(tags, others)

static int relation_setup(void **state)
{
	static const cq_table *tables[9];
	size_t count;
	cq__ddl ddl;
	const cq_table *const *const kit = kit_tables(&count);
	if (clause_setup(state) != 0)
		return -1;
	memcpy(tables, kit, count * sizeof *tables);
	tables[count++] = CQ_TABLE(tags);
	tables[count++] = CQ_TABLE(follows);
	tables[count++] = CQ_TABLE(post_labels);
	tables[count++] = CQ_TABLE(tag_orders);
	tables[count++] = CQ_TABLE(remarks);
	assert_int_equal(cq__ddl_create(&cq__dialect_sqlite, tables, count, &ddl, NULL), CQ_OK);
	kit_run(kit_database, &ddl);
	cq__ddl_release(&ddl);
	record_begin(tables, count);
	return 0;
}

static void joins(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), JOIN(posts, ALONG(users.posts))),
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\"",
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\"",
		"SELECT `users`.`id` FROM `users` JOIN `posts` ON `posts`.`author_id` = `users`.`id`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(posts), LEFT_JOIN(users, ALONG(users.posts), users.is_active)),
		"SELECT \"users\".\"id\" FROM \"posts\" LEFT JOIN \"users\" ON \"posts\".\"author_id\" = "
		"\"users\".\"id\" AND \"users\".\"is_active\"",
		"SELECT \"users\".\"id\" FROM \"posts\" LEFT JOIN \"users\" ON \"posts\".\"author_id\" = "
		"\"users\".\"id\" AND \"users\".\"is_active\"",
		"SELECT `users`.`id` FROM `posts` LEFT JOIN `users` ON `posts`.`author_id` = `users`.`id` AND "
		"`users`.`is_active`");
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(posts), JOIN(users, ALONG(posts.author))),
		"SELECT \"posts\".\"id\" FROM \"posts\" JOIN \"users\" ON \"users\".\"id\" = \"posts\".\"author_id\"",
		"SELECT \"posts\".\"id\" FROM \"posts\" JOIN \"users\" ON \"users\".\"id\" = \"posts\".\"author_id\"",
		"SELECT `posts`.`id` FROM `posts` JOIN `users` ON `users`.`id` = `posts`.`author_id`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), JOIN(newest, ALONG(users.posts, newest))),
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" AS \"newest\" ON \"newest\".\"author_id\" = "
		"\"users\".\"id\"",
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" AS \"newest\" ON \"newest\".\"author_id\" = "
		"\"users\".\"id\"",
		"SELECT `users`.`id` FROM `users` JOIN `posts` AS `newest` ON `newest`.`author_id` = `users`.`id`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), LEFT_JOIN(boss, ALONG(users.leader, boss))),
		"SELECT \"users\".\"id\" FROM \"users\" LEFT JOIN \"users\" AS \"boss\" ON \"boss\".\"id\" = "
		"\"users\".\"boss_id\"",
		"SELECT \"users\".\"id\" FROM \"users\" LEFT JOIN \"users\" AS \"boss\" ON \"boss\".\"id\" = "
		"\"users\".\"boss_id\"",
		"SELECT `users`.`id` FROM `users` LEFT JOIN `users` AS `boss` ON `boss`.`id` = `users`.`boss_id`");
	CHECK_CLAUSES(SQL(SELECT(remarks.id), FROM(remarks), JOIN(orders, ALONG(remarks.order)), WHERE(EQ(orders.line, 3))),
		"SELECT \"remarks\".\"id\" FROM \"remarks\" JOIN \"the orders\" ON (\"the orders\".\"order\" = "
		"\"remarks\".\"order_number\" AND \"the orders\".\"line\" = \"remarks\".\"order_line\") WHERE \"the "
		"orders\".\"line\" = ?",
		"SELECT \"remarks\".\"id\" FROM \"remarks\" JOIN \"the orders\" ON (\"the orders\".\"order\" = "
		"\"remarks\".\"order_number\" AND \"the orders\".\"line\" = \"remarks\".\"order_line\") WHERE \"the "
		"orders\".\"line\" = $1",
		"SELECT `remarks`.`id` FROM `remarks` JOIN `the orders` ON (`the orders`.`order` = "
		"`remarks`.`order_number` AND `the orders`.`line` = `remarks`.`order_line`) WHERE `the orders`.`line` = ?");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), CROSS_JOIN(posts), WHERE(OR(ALONG(users.posts), EQ(posts.votes, 3)))),
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" "
		"OR \"posts\".\"votes\" = ?",
		"SELECT \"users\".\"id\" FROM \"users\" CROSS JOIN \"posts\" WHERE \"posts\".\"author_id\" = "
		"\"users\".\"id\" OR \"posts\".\"votes\" = $1",
		"SELECT `users`.`id` FROM `users` CROSS JOIN `posts` WHERE `posts`.`author_id` = `users`.`id` OR "
		"`posts`.`votes` = ?");
}

static void joins_through_associations(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(posts), JOIN(tags, ALONG(posts.labels))),
		"SELECT \"posts\".\"id\" FROM \"posts\" JOIN (\"post labels\" AS \"through_1\" JOIN \"tags\" ON "
		"\"through_1\".\"label\" = \"tags\".\"label\") ON \"through_1\".\"post_id\" = \"posts\".\"id\"",
		"SELECT \"posts\".\"id\" FROM \"posts\" JOIN (\"post labels\" AS \"through_1\" JOIN \"tags\" ON "
		"\"through_1\".\"label\" = \"tags\".\"label\") ON \"through_1\".\"post_id\" = \"posts\".\"id\"",
		"SELECT `posts`.`id` FROM `posts` JOIN (`post labels` AS `through_1` JOIN `tags` ON `through_1`.`label` "
		"= `tags`.`label`) ON `through_1`.`post_id` = `posts`.`id`");
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(posts), LEFT_JOIN(tags, ALONG(posts.labels), GT(tags.uses, 3))),
		"SELECT \"posts\".\"id\" FROM \"posts\" LEFT JOIN (\"post labels\" AS \"through_1\" JOIN \"tags\" ON "
		"\"through_1\".\"label\" = \"tags\".\"label\") ON \"through_1\".\"post_id\" = \"posts\".\"id\" AND "
		"\"tags\".\"uses\" > ?",
		"SELECT \"posts\".\"id\" FROM \"posts\" LEFT JOIN (\"post labels\" AS \"through_1\" JOIN \"tags\" ON "
		"\"through_1\".\"label\" = \"tags\".\"label\") ON \"through_1\".\"post_id\" = \"posts\".\"id\" AND "
		"\"tags\".\"uses\" > $1",
		"SELECT `posts`.`id` FROM `posts` LEFT JOIN (`post labels` AS `through_1` JOIN `tags` ON "
		"`through_1`.`label` = `tags`.`label`) ON `through_1`.`post_id` = `posts`.`id` AND `tags`.`uses` > ?");
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(tags), LEFT_JOIN(posts, ALONG(posts.labels))),
		"SELECT \"posts\".\"id\" FROM \"tags\" LEFT JOIN (\"post labels\" AS \"through_1\" JOIN \"posts\" ON "
		"\"through_1\".\"post_id\" = \"posts\".\"id\") ON \"through_1\".\"label\" = \"tags\".\"label\"",
		"SELECT \"posts\".\"id\" FROM \"tags\" LEFT JOIN (\"post labels\" AS \"through_1\" JOIN \"posts\" ON "
		"\"through_1\".\"post_id\" = \"posts\".\"id\") ON \"through_1\".\"label\" = \"tags\".\"label\"",
		"SELECT `posts`.`id` FROM `tags` LEFT JOIN (`post labels` AS `through_1` JOIN `posts` ON "
		"`through_1`.`post_id` = `posts`.`id`) ON `through_1`.`label` = `tags`.`label`");
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(posts), JOIN(tags, ALONG(posts.labels)), LEFT_JOIN(others, ALONG(posts.labels, others), NE(others.label, tags.label))),
		"SELECT \"posts\".\"id\" FROM \"posts\" JOIN (\"post labels\" AS \"through_1\" JOIN \"tags\" ON "
		"\"through_1\".\"label\" = \"tags\".\"label\") ON \"through_1\".\"post_id\" = \"posts\".\"id\" LEFT JOIN "
		"(\"post labels\" AS \"through_2\" JOIN \"tags\" AS \"others\" ON \"through_2\".\"label\" = "
		"\"others\".\"label\") ON \"through_2\".\"post_id\" = \"posts\".\"id\" AND \"others\".\"label\" <> "
		"\"tags\".\"label\"",
		"SELECT \"posts\".\"id\" FROM \"posts\" JOIN (\"post labels\" AS \"through_1\" JOIN \"tags\" ON "
		"\"through_1\".\"label\" = \"tags\".\"label\") ON \"through_1\".\"post_id\" = \"posts\".\"id\" LEFT JOIN "
		"(\"post labels\" AS \"through_2\" JOIN \"tags\" AS \"others\" ON \"through_2\".\"label\" = "
		"\"others\".\"label\") ON \"through_2\".\"post_id\" = \"posts\".\"id\" AND \"others\".\"label\" <> "
		"\"tags\".\"label\"",
		"SELECT `posts`.`id` FROM `posts` JOIN (`post labels` AS `through_1` JOIN `tags` ON `through_1`.`label` "
		"= `tags`.`label`) ON `through_1`.`post_id` = `posts`.`id` LEFT JOIN (`post labels` AS `through_2` JOIN "
		"`tags` AS `others` ON `through_2`.`label` = `others`.`label`) ON `through_2`.`post_id` = `posts`.`id` "
		"AND `others`.`label` <> `tags`.`label`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), JOIN(boss, ALONG(users.following, boss))),
		"SELECT \"users\".\"id\" FROM \"users\" JOIN (\"follows\" AS \"through_1\" JOIN \"users\" AS \"boss\" ON "
		"\"through_1\".\"followed_id\" = \"boss\".\"id\") ON \"through_1\".\"follower_id\" = \"users\".\"id\"",
		"SELECT \"users\".\"id\" FROM \"users\" JOIN (\"follows\" AS \"through_1\" JOIN \"users\" AS \"boss\" ON "
		"\"through_1\".\"followed_id\" = \"boss\".\"id\") ON \"through_1\".\"follower_id\" = \"users\".\"id\"",
		"SELECT `users`.`id` FROM `users` JOIN (`follows` AS `through_1` JOIN `users` AS `boss` ON "
		"`through_1`.`followed_id` = `boss`.`id`) ON `through_1`.`follower_id` = `users`.`id`");
	CHECK_CLAUSES(SQL(SELECT(tags.label), FROM(tags), JOIN(orders, ALONG(tags.orders))),
		"SELECT \"tags\".\"label\" FROM \"tags\" JOIN (\"tag_orders\" AS \"through_1\" JOIN \"the orders\" ON "
		"(\"through_1\".\"number\" = \"the orders\".\"order\" AND \"through_1\".\"line\" = \"the "
		"orders\".\"line\")) ON \"through_1\".\"label\" = \"tags\".\"label\"",
		"SELECT \"tags\".\"label\" FROM \"tags\" JOIN (\"tag_orders\" AS \"through_1\" JOIN \"the orders\" ON "
		"(\"through_1\".\"number\" = \"the orders\".\"order\" AND \"through_1\".\"line\" = \"the "
		"orders\".\"line\")) ON \"through_1\".\"label\" = \"tags\".\"label\"",
		"SELECT `tags`.`label` FROM `tags` JOIN (`tag_orders` AS `through_1` JOIN `the orders` ON "
		"(`through_1`.`number` = `the orders`.`order` AND `through_1`.`line` = `the orders`.`line`)) ON "
		"`through_1`.`label` = `tags`.`label`");
	CHECK_CLAUSES(SQL(SELECT(tags.label), FROM(tags), RIGHT_JOIN(posts, ALONG(tags.posts))),
		"SELECT \"tags\".\"label\" FROM \"tags\" RIGHT JOIN (\"post labels\" AS \"through_1\" JOIN \"posts\" ON "
		"\"through_1\".\"post_id\" = \"posts\".\"id\") ON \"through_1\".\"label\" = \"tags\".\"label\"",
		"SELECT \"tags\".\"label\" FROM \"tags\" RIGHT JOIN (\"post labels\" AS \"through_1\" JOIN \"posts\" ON "
		"\"through_1\".\"post_id\" = \"posts\".\"id\") ON \"through_1\".\"label\" = \"tags\".\"label\"",
		"SELECT `tags`.`label` FROM `tags` RIGHT JOIN (`post labels` AS `through_1` JOIN `posts` ON "
		"`through_1`.`post_id` = `posts`.`id`) ON `through_1`.`label` = `tags`.`label`");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, 3)), FROM(posts), JOIN(tags, ALONG(posts.labels)), WHERE(ALONG(posts.author), EQ(tags.label, "x"))),
		"UPDATE \"users\" SET \"age\" = ?, \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', 'now') FROM "
		"\"posts\" JOIN (\"post labels\" AS \"through_1\" JOIN \"tags\" ON \"through_1\".\"label\" = "
		"\"tags\".\"label\") ON \"through_1\".\"post_id\" = \"posts\".\"id\" WHERE \"users\".\"id\" = "
		"\"posts\".\"author_id\" AND \"tags\".\"label\" = ?",
		"UPDATE \"users\" SET \"age\" = $1, \"updated_at\" = CURRENT_TIMESTAMP FROM \"posts\" JOIN (\"post "
		"labels\" AS \"through_1\" JOIN \"tags\" ON \"through_1\".\"label\" = \"tags\".\"label\") ON "
		"\"through_1\".\"post_id\" = \"posts\".\"id\" WHERE \"users\".\"id\" = \"posts\".\"author_id\" AND "
		"\"tags\".\"label\" = $2",
		"UPDATE `users` CROSS JOIN `posts` JOIN (`post labels` AS `through_1` JOIN `tags` ON `through_1`.`label` "
		"= `tags`.`label`) ON `through_1`.`post_id` = `posts`.`id` SET `users`.`age` = ?, `users`.`updated_at` = "
		"UTC_TIMESTAMP(6) WHERE `users`.`id` = `posts`.`author_id` AND `tags`.`label` = ?");
}

static void any_and_has(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(ANY(users.posts))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\")",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\")",
		"SELECT `users`.`id` FROM `users` WHERE EXISTS (SELECT 1 FROM `posts` WHERE `posts`.`author_id` = "
		"`users`.`id`)");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(ANY(users.posts, GT(posts.votes, 3), EQ(posts.title, users.username)), NOT(ANY(users.posts, IS_NULL(posts.rating))))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\" AND \"posts\".\"votes\" > ? AND \"posts\".\"title\" = "
		"\"users\".\"username\") AND NOT EXISTS (SELECT 1 FROM \"posts\" WHERE \"posts\".\"author_id\" = "
		"\"users\".\"id\" AND \"posts\".\"rating\" IS NULL)",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\" AND \"posts\".\"votes\" > $1 AND \"posts\".\"title\" = "
		"\"users\".\"username\") AND NOT EXISTS (SELECT 1 FROM \"posts\" WHERE \"posts\".\"author_id\" = "
		"\"users\".\"id\" AND \"posts\".\"rating\" IS NULL)",
		"SELECT `users`.`id` FROM `users` WHERE EXISTS (SELECT 1 FROM `posts` WHERE `posts`.`author_id` = "
		"`users`.`id` AND `posts`.`votes` > ? AND `posts`.`title` = `users`.`username`) AND NOT EXISTS (SELECT 1 "
		"FROM `posts` WHERE `posts`.`author_id` = `users`.`id` AND `posts`.`rating` IS NULL)");
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(posts), WHERE(HAS(posts.author, users.is_active))),
		"SELECT \"posts\".\"id\" FROM \"posts\" WHERE EXISTS (SELECT 1 FROM \"users\" WHERE \"users\".\"id\" = "
		"\"posts\".\"author_id\" AND \"users\".\"is_active\")",
		"SELECT \"posts\".\"id\" FROM \"posts\" WHERE EXISTS (SELECT 1 FROM \"users\" WHERE \"users\".\"id\" = "
		"\"posts\".\"author_id\" AND \"users\".\"is_active\")",
		"SELECT `posts`.`id` FROM `posts` WHERE EXISTS (SELECT 1 FROM `users` WHERE `users`.`id` = "
		"`posts`.`author_id` AND `users`.`is_active`)");
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(posts), WHERE(ANY(posts.labels, EQ(tags.label, "x"), GT(post_labels.weight, 3)))),
		"SELECT \"posts\".\"id\" FROM \"posts\" WHERE EXISTS (SELECT 1 FROM \"post labels\" JOIN \"tags\" ON "
		"\"post labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\" AND "
		"\"tags\".\"label\" = ? AND \"post labels\".\"weight\" > ?)",
		"SELECT \"posts\".\"id\" FROM \"posts\" WHERE EXISTS (SELECT 1 FROM \"post labels\" JOIN \"tags\" ON "
		"\"post labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\" AND "
		"\"tags\".\"label\" = $1 AND \"post labels\".\"weight\" > $2)",
		"SELECT `posts`.`id` FROM `posts` WHERE EXISTS (SELECT 1 FROM `post labels` JOIN `tags` ON `post "
		"labels`.`label` = `tags`.`label` WHERE `post labels`.`post_id` = `posts`.`id` AND `tags`.`label` = ? "
		"AND `post labels`.`weight` > ?)");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(ANY(users.posts, ANY(posts.labels, GT(tags.uses, 3))))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\" AND EXISTS (SELECT 1 FROM \"post labels\" JOIN \"tags\" ON "
		"\"post labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\" AND "
		"\"tags\".\"uses\" > ?))",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\" AND EXISTS (SELECT 1 FROM \"post labels\" JOIN \"tags\" ON "
		"\"post labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\" AND "
		"\"tags\".\"uses\" > $1))",
		"SELECT `users`.`id` FROM `users` WHERE EXISTS (SELECT 1 FROM `posts` WHERE `posts`.`author_id` = "
		"`users`.`id` AND EXISTS (SELECT 1 FROM `post labels` JOIN `tags` ON `post labels`.`label` = "
		"`tags`.`label` WHERE `post labels`.`post_id` = `posts`.`id` AND `tags`.`uses` > ?))");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(ANY_AS(boss, users.reports, boss.is_active), HAS_AS(boss, users.leader))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"users\" AS \"boss\" WHERE "
		"\"boss\".\"boss_id\" = \"users\".\"id\" AND \"boss\".\"is_active\") AND EXISTS (SELECT 1 FROM \"users\" "
		"AS \"boss\" WHERE \"boss\".\"id\" = \"users\".\"boss_id\")",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"users\" AS \"boss\" WHERE "
		"\"boss\".\"boss_id\" = \"users\".\"id\" AND \"boss\".\"is_active\") AND EXISTS (SELECT 1 FROM \"users\" "
		"AS \"boss\" WHERE \"boss\".\"id\" = \"users\".\"boss_id\")",
		"SELECT `users`.`id` FROM `users` WHERE EXISTS (SELECT 1 FROM `users` AS `boss` WHERE `boss`.`boss_id` = "
		"`users`.`id` AND `boss`.`is_active`) AND EXISTS (SELECT 1 FROM `users` AS `boss` WHERE `boss`.`id` = "
		"`users`.`boss_id`)");
	CHECK_CLAUSES(SQL(SELECT(boss.id), FROM(boss), WHERE(ANY(boss.reports, EQ(users.age, boss.age)))),
		"SELECT \"boss\".\"id\" FROM \"users\" AS \"boss\" WHERE EXISTS (SELECT 1 FROM \"users\" WHERE "
		"\"users\".\"boss_id\" = \"boss\".\"id\" AND \"users\".\"age\" = \"boss\".\"age\")",
		"SELECT \"boss\".\"id\" FROM \"users\" AS \"boss\" WHERE EXISTS (SELECT 1 FROM \"users\" WHERE "
		"\"users\".\"boss_id\" = \"boss\".\"id\" AND \"users\".\"age\" = \"boss\".\"age\")",
		"SELECT `boss`.`id` FROM `users` AS `boss` WHERE EXISTS (SELECT 1 FROM `users` WHERE `users`.`boss_id` = "
		"`boss`.`id` AND `users`.`age` = `boss`.`age`)");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(ANY_AS(newest, users.posts, GT(newest.votes, 3)), ANY_AS(boss, users.following))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" AS \"newest\" WHERE "
		"\"newest\".\"author_id\" = \"users\".\"id\" AND \"newest\".\"votes\" > ?) AND EXISTS (SELECT 1 FROM "
		"\"follows\" JOIN \"users\" AS \"boss\" ON \"follows\".\"followed_id\" = \"boss\".\"id\" WHERE "
		"\"follows\".\"follower_id\" = \"users\".\"id\")",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" AS \"newest\" WHERE "
		"\"newest\".\"author_id\" = \"users\".\"id\" AND \"newest\".\"votes\" > $1) AND EXISTS (SELECT 1 FROM "
		"\"follows\" JOIN \"users\" AS \"boss\" ON \"follows\".\"followed_id\" = \"boss\".\"id\" WHERE "
		"\"follows\".\"follower_id\" = \"users\".\"id\")",
		"SELECT `users`.`id` FROM `users` WHERE EXISTS (SELECT 1 FROM `posts` AS `newest` WHERE "
		"`newest`.`author_id` = `users`.`id` AND `newest`.`votes` > ?) AND EXISTS (SELECT 1 FROM `follows` JOIN "
		"`users` AS `boss` ON `follows`.`followed_id` = `boss`.`id` WHERE `follows`.`follower_id` = `users`.`id`)");
	CHECK_CLAUSES(SQL(SELECT(orders.what), FROM(orders), WHERE(ANY(orders.remarks, GT(remarks.id, 3)))),
		"SELECT \"the orders\".\"the \"\"what\"\"\" FROM \"the orders\" WHERE EXISTS (SELECT 1 FROM \"remarks\" "
		"WHERE (\"remarks\".\"order_number\" = \"the orders\".\"order\" AND \"remarks\".\"order_line\" = \"the "
		"orders\".\"line\") AND \"remarks\".\"id\" > ?)",
		"SELECT \"the orders\".\"the \"\"what\"\"\" FROM \"the orders\" WHERE EXISTS (SELECT 1 FROM \"remarks\" "
		"WHERE (\"remarks\".\"order_number\" = \"the orders\".\"order\" AND \"remarks\".\"order_line\" = \"the "
		"orders\".\"line\") AND \"remarks\".\"id\" > $1)",
		"SELECT `the orders`.`the \"what\"` FROM `the orders` WHERE EXISTS (SELECT 1 FROM `remarks` WHERE "
		"(`remarks`.`order_number` = `the orders`.`order` AND `remarks`.`order_line` = `the orders`.`line`) AND "
		"`remarks`.`id` > ?)");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(ANY(users.posts, WHEN(kit_database == NULL, GT(posts.votes, 3))))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\")",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE EXISTS (SELECT 1 FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\")",
		"SELECT `users`.`id` FROM `users` WHERE EXISTS (SELECT 1 FROM `posts` WHERE `posts`.`author_id` = "
		"`users`.`id`)");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, 3)), WHERE(ANY(users.posts, GT(posts.votes, 3)))),
		"UPDATE \"users\" SET \"age\" = ?, \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', 'now') WHERE EXISTS "
		"(SELECT 1 FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND \"posts\".\"votes\" > ?)",
		"UPDATE \"users\" SET \"age\" = $1, \"updated_at\" = CURRENT_TIMESTAMP WHERE EXISTS (SELECT 1 FROM "
		"\"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND \"posts\".\"votes\" > $2)",
		"UPDATE `users` SET `age` = ?, `updated_at` = UTC_TIMESTAMP(6) WHERE EXISTS (SELECT 1 FROM `posts` WHERE "
		"`posts`.`author_id` = `users`.`id` AND `posts`.`votes` > ?)");
	CHECK_CLAUSES(SQL(DELETE_FROM(posts), WHERE(NOT(ANY(posts.labels)))),
		"DELETE FROM \"posts\" WHERE NOT EXISTS (SELECT 1 FROM \"post labels\" JOIN \"tags\" ON \"post "
		"labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\")",
		"DELETE FROM \"posts\" WHERE NOT EXISTS (SELECT 1 FROM \"post labels\" JOIN \"tags\" ON \"post "
		"labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\")",
		"DELETE FROM `posts` WHERE NOT EXISTS (SELECT 1 FROM `post labels` JOIN `tags` ON `post labels`.`label` "
		"= `tags`.`label` WHERE `post labels`.`post_id` = `posts`.`id`)");
}

static void counts(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id, COUNT_OF(users.posts), COUNT_OF(users.posts, GT(posts.votes, 3))), FROM(users), ORDER_BY(DESC(COUNT_OF(users.posts)))),
		"SELECT \"users\".\"id\", (SELECT COUNT(*) FROM \"posts\" WHERE \"posts\".\"author_id\" = "
		"\"users\".\"id\"), (SELECT COUNT(*) FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"posts\".\"votes\" > ?) FROM \"users\" ORDER BY (SELECT COUNT(*) FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\") DESC",
		"SELECT \"users\".\"id\", (SELECT COUNT(*) FROM \"posts\" WHERE \"posts\".\"author_id\" = "
		"\"users\".\"id\"), (SELECT COUNT(*) FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"posts\".\"votes\" > $1) FROM \"users\" ORDER BY (SELECT COUNT(*) FROM \"posts\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\") DESC",
		"SELECT `users`.`id`, (SELECT COUNT(*) FROM `posts` WHERE `posts`.`author_id` = `users`.`id`), (SELECT "
		"COUNT(*) FROM `posts` WHERE `posts`.`author_id` = `users`.`id` AND `posts`.`votes` > ?) FROM `users` "
		"ORDER BY (SELECT COUNT(*) FROM `posts` WHERE `posts`.`author_id` = `users`.`id`) DESC");
	CHECK_CLAUSES(SQL(SELECT(posts.id), FROM(posts), WHERE(GT(COUNT_OF(posts.labels), 2))),
		"SELECT \"posts\".\"id\" FROM \"posts\" WHERE (SELECT COUNT(*) FROM \"post labels\" JOIN \"tags\" ON "
		"\"post labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\") > ?",
		"SELECT \"posts\".\"id\" FROM \"posts\" WHERE (SELECT COUNT(*) FROM \"post labels\" JOIN \"tags\" ON "
		"\"post labels\".\"label\" = \"tags\".\"label\" WHERE \"post labels\".\"post_id\" = \"posts\".\"id\") > "
		"$1",
		"SELECT `posts`.`id` FROM `posts` WHERE (SELECT COUNT(*) FROM `post labels` JOIN `tags` ON `post "
		"labels`.`label` = `tags`.`label` WHERE `post labels`.`post_id` = `posts`.`id`) > ?");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(GE(COUNT_OF_AS(boss, users.reports, boss.is_active), 1))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE (SELECT COUNT(*) FROM \"users\" AS \"boss\" WHERE "
		"\"boss\".\"boss_id\" = \"users\".\"id\" AND \"boss\".\"is_active\") >= ?",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE (SELECT COUNT(*) FROM \"users\" AS \"boss\" WHERE "
		"\"boss\".\"boss_id\" = \"users\".\"id\" AND \"boss\".\"is_active\") >= $1",
		"SELECT `users`.`id` FROM `users` WHERE (SELECT COUNT(*) FROM `users` AS `boss` WHERE `boss`.`boss_id` = "
		"`users`.`id` AND `boss`.`is_active`) >= ?");
}

static void options_are_not_written(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT_ALL(tags), FROM(tags), WHERE(GT(tags.uses, 1)), LIMIT(3), OPTIONS(SELECTIN(tags.posts, posts.author, WHERE(GT(users.age, 3)), ORDER_BY(DESC(users.id))), JOINED(tags.orders), UNLOADED(tags.posts), POPULATE_EXISTING, WITH_DELETED)),
		"SELECT \"tags\".\"label\", \"tags\".\"uses\", \"tags\".\"note\", \"tags\".\"used_at\" FROM \"tags\" "
		"WHERE \"tags\".\"uses\" > ? LIMIT ?",
		"SELECT \"tags\".\"label\", \"tags\".\"uses\", \"tags\".\"note\", \"tags\".\"used_at\" FROM \"tags\" "
		"WHERE \"tags\".\"uses\" > $1 LIMIT $2",
		"SELECT `tags`.`label`, `tags`.`uses`, `tags`.`note`, `tags`.`used_at` FROM `tags` WHERE `tags`.`uses` > "
		"? LIMIT ?");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, 3)), WHERE(EQ(users.id, 4)), OPTIONS(WITH_DELETED), RETURNING(users.id)),
		"UPDATE \"users\" SET \"age\" = ?, \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', 'now') WHERE "
		"\"users\".\"id\" = ? RETURNING \"users\".\"id\"",
		"UPDATE \"users\" SET \"age\" = $1, \"updated_at\" = CURRENT_TIMESTAMP WHERE \"users\".\"id\" = $2 "
		"RETURNING \"users\".\"id\"",
		NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins),
		cmocka_unit_test(joins_through_associations),
		cmocka_unit_test(any_and_has),
		cmocka_unit_test(counts),
		cmocka_unit_test(options_are_not_written),
	};
	return cmocka_run_group_tests(tests, relation_setup, kit_teardown);
}
