/* tests/conform/flush_random_test.c: random changes of rows that refer to each other and pass unique values on, flushed many at once:
 * whatever can stand in the database in the end gets there.
 */
#include "conform/flush.h"

#define pieces_COLUMNS(COLUMN)                                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)                             \
	COLUMN(holder_id, NULLABLE(BIGINT), REFERENCES(pieces, id)) \
	COLUMN(name, NULLABLE(VARCHAR(12)), UNIQUE)                 \
	COLUMN(line, INTEGER)                                       \
	COLUMN(place, INTEGER)                                      \
	COLUMN(version, INTEGER, VERSION)
#define pieces_RELATIONS(RELATION) RELATION(holder, BELONGS_TO(Piece, holder_id))
#define pieces_OPTIONS(OPTION) OPTION(UNIQUE(line, place))
CQ_MODEL(Piece, pieces)

enum { MOST = 60, NAMES = 40, PLACES = 70, ROUNDS = 150 };

static Piece *alive[MOST];
static unsigned alive_count;
static Piece *name_of[NAMES], *place_of[PLACES];
static char names[NAMES][12];
static unsigned seed;

static unsigned pick(unsigned limit)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % limit;
}

/* ---- changes, each from one state that can be to another ----------------------------------------------------------------------- */

static void set_name(Piece *piece, unsigned name)
{
	for (unsigned i = 0; i < NAMES; i++)
		if (name_of[i] == piece)
			name_of[i] = NULL;
	piece->name = NULL;
	if (name < NAMES) {
		if (name_of[name] != NULL)
			name_of[name]->name = NULL;
		name_of[name] = piece;
		piece->name = names[name];
	}
}

static void swap_names(void)
{
	const unsigned a = pick(NAMES), b = pick(NAMES);
	Piece *const one = name_of[a], *const other = name_of[b];
	name_of[a] = other;
	name_of[b] = one;
	if (one != NULL)
		one->name = names[b];
	if (other != NULL)
		other->name = names[a];
}

static void stand(Piece *piece, unsigned place)
{
	place_of[place] = piece;
	if (piece == NULL)
		return;
	piece->line = (int32_t)place / 10;
	piece->place = (int32_t)place % 10;
}

static void swap_places(void)
{
	const unsigned a = pick(PLACES), b = pick(PLACES);
	Piece *const one = place_of[a], *const other = place_of[b];
	stand(other, a);
	stand(one, b);
}

static void rotate_places(void)
{
	Piece *const last = place_of[PLACES - 1];
	for (unsigned i = PLACES - 1; i > 0; i--)
		stand(place_of[i - 1], i);
	stand(last, 0);
}

static void hold(Piece *piece, Piece *by)
{
	MUST(cq_assign(session, piece, pieces.holder, by));
}

static void add(void)
{
	unsigned place = pick(PLACES);
	Piece *piece;
	if (alive_count == MOST)
		return;
	while (place_of[place] != NULL)
		place = (place + 1) % PLACES;
	MUST(cq_add_new(session, Piece, &piece, .line = 0));
	stand(piece, place);
	set_name(piece, pick(2 * NAMES));
	alive[alive_count++] = piece;
	if (pick(3) != 0)
		hold(piece, alive[pick(alive_count)]);
}

static void take_away(void)
{
	if (alive_count == 0)
		return;
	const unsigned at = pick(alive_count);
	Piece *const piece = alive[at];
	alive[at] = alive[--alive_count];
	for (unsigned i = 0; i < alive_count; i++)
		if (alive[i]->holder.object == piece)
			hold(alive[i], pick(2) != 0 ? alive[pick(alive_count)] : NULL);
	set_name(piece, NAMES);
	for (unsigned i = 0; i < PLACES; i++)
		if (place_of[i] == piece)
			place_of[i] = NULL;
	MUST(cq_delete(session, piece));
}

static void change(void)
{
	switch (pick(12)) {
	case 0: case 1: case 2: add(); break;
	case 3: case 4: take_away(); break;
	case 5: case 6: swap_names(); break;
	case 7: case 8: swap_places(); break;
	case 9:
		if (pick(4) == 0)
			rotate_places();
		break;
	default:
		if (alive_count != 0)
			hold(alive[pick(alive_count)], pick(4) != 0 ? alive[pick(alive_count)] : NULL);
		break;
	}
}

/* ---- what there must be ----------------------------------------------------------------------------------------------------------- */

static const Piece *row_of(const Piece *rows, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].id == id)
			return &rows[i];
	fail_msg("there is no row %lld", (long long)id);
	return NULL;
}

static void check(void)
{
	cq_connection *db;
	cq_rows(Piece) rows;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_all(db, Piece, &rows, SQL(SELECT_ALL(pieces), FROM(pieces))), CQ_OK);
	assert_int_equal(rows.count, alive_count);
	for (unsigned i = 0; i < alive_count; i++) {
		const Piece *const piece = alive[i], *const row = row_of(rows.items, rows.count, piece->id);
		const Piece *const holder = piece->holder.object;
		assert_int_equal(row->line, piece->line);
		assert_int_equal(row->place, piece->place);
		assert_int_equal(row->version, piece->version);
		assert_int_equal(row->holder_id.present, holder != NULL);
		assert_int_equal(piece->holder_id.present, holder != NULL);
		if (holder != NULL) {
			assert_int_equal(row->holder_id.value, holder->id);
			assert_int_equal(piece->holder_id.value, holder->id);
		}
		assert_int_equal(row->name != NULL, piece->name != NULL);
		if (row->name != NULL)
			assert_string_equal(row->name, piece->name);
	}
	cq_free(&rows);
	cq_disconnect(&db);
}

static void begin_pieces(void)
{
	static const cq_table *table;
	cq_connection *db;
	table = cq_target_Piece.target.descriptor;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_create_all(db, &table, 1), CQ_OK);
	cq_disconnect(&db);
	alive_count = 0;
	memset(name_of, 0, sizeof name_of);
	memset(place_of, 0, sizeof place_of);
	for (unsigned i = 0; i < NAMES; i++)
		(void)snprintf(names[i], sizeof names[i], "name %u", i);
}

static void change_and_flush(unsigned from)
{
	begin_pieces();
	seed = from;
	for (unsigned round = 0; round < ROUNDS; round++) {
		for (unsigned i = pick(30); i > 0; i--)
			change();
		MUST(pick(3) == 0 ? cq_flush(session) : cq_commit(session));
		if (!cq_in_transaction(session))
			check();
		forget_sent();
	}
	MUST(cq_commit(session));
	check();
}

static void what_can_be_gets_there(void **state)
{
	(void)state;
	change_and_flush(20261);
}

static void and_so_does_something_else(void **state)
{
	(void)state;
	change_and_flush(7);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(what_can_be_gets_there), TEST(and_so_does_something_else) };
	if (database_missing() != 0)
		return database_missing();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
