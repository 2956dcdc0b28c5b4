/* cquel.h: everything but the short words (cquel/words.h, included last), cquel/crud.h, cquel/listen.h,
 * the adapters of event loops (cquel/loop/) and the drivers' own headers.
 *
 * status.h and the headers of priv come first and from here: gcc shows the path to the header whose macro stands outermost
 * around a mistake, CQ_TRY or one of the executors, and a short path is a short error.
 */
#ifndef CQUEL_H
#define CQUEL_H

#include <cquel/status.h>

#include <cquel/priv/phantom.h>

#include <cquel/priv/operand.h>

#include <cquel/priv/expr.h>

#include <cquel/priv/clause.h>

#include <cquel/priv/statement.h>

#include <cquel/priv/model.h>

#include <cquel/priv/row.h>

#include <cquel/priv/executor.h>

#include <cquel/define.h>
#include <cquel/engine.h>
#include <cquel/execute.h>
#include <cquel/export.h>
#include <cquel/expr.h>
#include <cquel/log.h>
#include <cquel/model.h>
#include <cquel/observe.h>
#include <cquel/op.h>
#include <cquel/query.h>
#include <cquel/relation.h>
#include <cquel/result.h>
#include <cquel/routing.h>
#include <cquel/rules.h>
#include <cquel/schema.h>
#include <cquel/session.h>
#include <cquel/task.h>
#include <cquel/transaction.h>
#include <cquel/types.h>
#include <cquel/version.h>

#endif
