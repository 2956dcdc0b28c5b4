/* cookbook/data.c: the rows of the magazine, in SQL that every database reads. kitchen.c loads them. */
#include "kitchen.h"

const char *const kitchen_data[] = {
	"INSERT INTO users (id, username, bio, age, balance, is_active, role, boss_id, settings, created_at) VALUES "
	"(1, 'ann', 'writes', 41, 120.50, TRUE, 'owner', NULL, '{\"n\": 3, \"theme\": {\"name\": \"dark\", \"colours\": [\"red\", \"blue\"]}}', '2024-01-31 10:00:00.000000'), "
	"(2, 'bob', NULL, 28, 10.00, TRUE, 'editor', 1, '{\"theme\": {\"name\": \"light\", \"colours\": []}}', '2024-02-29 23:59:59.123456'), "
	"(3, 'cat', '', NULL, -5.25, FALSE, 'editor', 1, '{}', '2024-02-01 00:00:00.000000'), "
	"(4, 'dan', 'reads', 19, 0.00, TRUE, 'reader', 2, '{\"n\": 1, \"theme\": null}', '2023-12-31 12:30:00.500000'), "
	"(5, 'eve', 'reads a lot', 65, 99.99, TRUE, 'reader', 2, '{\"n\": 2}', '2024-03-30 08:15:00.000000'), "
	"(6, 'fay', NULL, 28, 10.00, FALSE, 'reader', 2, '{\"theme\": {\"name\": \"dark\", \"colours\": [\"green\"]}}', '2024-03-31 20:00:00.000000'), "
	"(7, 'gus', 'paints', 33, 250.75, TRUE, 'reader', 3, '{}', '2023-02-28 06:00:00.000000'), "
	"(8, 'Hal', '100%_sure!', NULL, 1.05, TRUE, 'reader', NULL, '{\"n\": 4}', '2024-01-01 00:00:00.000001')",

	"INSERT INTO posts (id, author_id, title, section, words, score, posted) VALUES "
	"(1, 1, 'Alpha',        'news',   100, 4.5,  '2024-01-31'), "
	"(2, 1, 'Beta',         'news',   250, NULL, '2024-02-01'), "
	"(3, 1, 'Gamma',        'arts',   250, 2.25, '2024-02-29'), "
	"(4, 1, 'Delta',        'arts',   900, 5.0,  '2024-03-01'), "
	"(5, 2, 'Epsilon',      'news',   120, 3.75, '2024-01-15'), "
	"(6, 2, 'Zeta',         'sports', 330, 1.0,  '2024-02-15'), "
	"(7, 2, 'Eta',          'news',   330, NULL, '2024-03-15'), "
	"(8, 3, 'Theta',        'arts',   75,  3.5,  '2023-12-31'), "
	"(9, 3, 'Iota',         'sports', 410, 2.5,  '2024-03-31'), "
	"(10, 4, 'Kappa',       'news',   60,  NULL, '2024-01-31'), "
	"(11, 5, 'Lambda',      'sports', 510, 4.0,  '2024-02-10'), "
	"(12, 5, 'Mu',          'sports', 20,  0.5,  '2024-02-11'), "
	"(13, 5, 'Nu',          'arts',   200, 4.25, '2023-11-30'), "
	"(14, 7, 'The End',     'news',   640, 3.0,  '2024-03-31')",

	"INSERT INTO folders (id, parent_id, name) VALUES "
	"(1, NULL, 'office'), (2, 1, 'letters'), (3, 1, 'photos'), (4, 2, 'in'), (5, 2, 'out'), (6, 5, 'late'), (7, 3, 'press'), "
	"(8, NULL, 'attic'), (9, 8, 'boxes'), (10, 7, 'old')",

	"INSERT INTO readings (meter, read_on, amount) VALUES "
	"(1, '2024-01-01', 10), (1, '2024-01-02', 12), (1, '2024-01-03', 12), (1, '2024-01-06', 20), (1, '2024-01-07', 21), "
	"(1, '2024-01-31', 50), (2, '2024-01-01', 5), (2, '2024-01-03', 4), (2, '2024-01-04', 9), (2, '2024-02-29', 30)",

	"INSERT INTO stock (sku, amount, note, price) VALUES "
	"('ink', 10, 'black', 4.50), ('nib', 100, NULL, 0.25), ('pad', 7, 'ruled', 3.00), ('wax', 0, NULL, 12.00)",

	"INSERT INTO summaries (author_id, number, words, best) VALUES (1, 0, NULL, 'none'), (4, 9, 9, NULL)",
	NULL,
};

const char kitchen_counters[] = "SELECT setval(pg_get_serial_sequence('users', 'id'), 1000), setval(pg_get_serial_sequence('posts', 'id'), 1000), "
	"setval(pg_get_serial_sequence('folders', 'id'), 1000)";

const cq_table *const kitchen_tables[] = {
	CQ_TABLE(users), CQ_TABLE(posts), CQ_TABLE(folders), CQ_TABLE(readings), CQ_TABLE(stock), CQ_TABLE(summaries), NULL,
};
