//! `CreateGroup`: creates a group that users can be added to.

use domain::group::Group;
use domain::ids;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use store::{ConfigRev, Rev};
use wire::ExceptionType as Kind;
use wire::idp::{CreateGroupRequest, CreateGroupResponse};

/// The group gets an id of its own: a later group of the same name is another group.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: CreateGroupRequest,
) -> Result<CreateGroupResponse, Error> {
    let group_id = ids::group_id(&ctx.server.rng);
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let exists = ctx
            .server
            .store
            .read(store::Group::get(pool.id(), input.group_name.as_str()))
            .await?
            .is_some();
        if exists {
            return Err(refuse(Kind::GroupExists, "A group with the name already exists"));
        }
        let group = Group::create(&group_id, ctx.now, input.clone());
        let mut batch = ctx.batch();
        batch.unchanged(&pool.row);
        batch.replace(&ConfigRev { pool_id: pool.id().to_owned(), rev: Rev(0) });
        batch.insert(&store::Group {
            pool_id: pool.id().to_owned(),
            group_name: group.name.clone(),
            group_id: group_id.clone(),
            precedence: group.precedence.map(i64::from),
            doc: group.to_doc(),
            rev: Rev(0),
        });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool.id());
            return Ok(CreateGroupResponse { group: Some(group.describe()) });
        }
    }
}
