/* exec/request.h: how a statement becomes a request, for those that make one for each call of a program.
 * It knows nothing of who carries it out. run.c and operation.c include it; all else calls cq__request_make of exec/run.h.
 */
#ifndef CQ__EXEC_REQUEST_H
#define CQ__EXEC_REQUEST_H

#include "base/clear.h"
#include "exec/compile.h"
#include "exec/run.h"
#include "exec/site.h"
#include "exec/target.h"

/* cq__request_make without a call: that is felt where a statement is a point select. */
__attribute__((always_inline)) static inline cq_status cq__request_fill(cq_connection *db, const cq_statement *statement,
	const cq_target *target, cq__request *request, cq__compiled **compiled, cq__error *error)
{
	cq_engine *const engine = db->engine;
	db->borrower.latest = statement->site;
	cq_status status = cq__compile(&engine->cache, engine->dialect, statement, error, compiled);
	cq__clear(request, sizeof *request);
	request->within = db->levels != 0;
	request->error = error;
	if (__builtin_expect(status == CQ_OK && target != NULL, 1))
		status = cq__plan_find(&engine->cache, *compiled, target, error, &request->plan);
	if (__builtin_expect(status != CQ_OK, 0)) {
		cq__error_place(error, statement->site, *compiled);
		cq__site_refused(db, statement->site);
		return status;
	}
	request->text = &(*compiled)->text;
	request->kind = cq__request_kind_of(db, CQ__REQUEST_STATEMENT);
	request->timing = db->timing | cq__site_begin(&engine->cache, statement->site);
	request->values = cq_statement_values(statement);
	request->deadline_ns = cq__connection_deadline(db);
	return CQ_OK;
}

#endif
