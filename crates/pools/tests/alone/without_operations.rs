//! A pool works without the AWS operations: OAuth endpoints and login pages build on this.

use std::path::Path;
use std::sync::Arc;

use domain::client::UnsetAttributes;
use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::session::Caller;
use domain::{Clock, Rng};
use pools::clients::ClientProof;
use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::{ByName, SignUp, confirm_sign_up, sign_up};
use pools::sign_in::{Presenter, Proof, SignIn, Step};
use pools::tokens::{UserGone, Wanted, require_access};
use pools::users::Names;
use pools::{Call, Endpoint, IssuerForm, Parts, RateLimits, Server, Settings};
use wire::Class;
use wire::idp::{AttributeType, CreateUserPoolClientRequest, CreateUserPoolRequest};

const LOGIN_PAGE: Endpoint =
    Endpoint { name: "login", class: Class::UserAuthentication, is_signed: false, errors: &[] };

fn start(data: &Path) -> Arc<Server> {
    let rng = Rng::seeded(1);
    let master = MasterKeys::generate_one(&rng);
    let settings = Settings {
        account_id: "000000000000".into(),
        public_url: "http://localhost".into(),
        issuer: IssuerForm::Own,
        at_rest: AtRest::Srp,
        revoke_on_reuse: true,
        unset_attributes: UnsetAttributes::Standard,
        may_be_mixed: false,
        fixed_code: Some("123456".into()),
        regions: None,
        limits: RateLimits::default(),
        n_parts: 1,
    };
    Server::start(Parts {
        clock: Clock::system(),
        store: store::Store::open(store::Options::sqlite(data)).unwrap(),
        master: MasterKeys::from_texts(&[master.as_str()]).unwrap(),
        rng,
        settings,
        key_pairs: None,
        hashing_threads: 2,
    })
    .unwrap()
}

fn request(server: &Arc<Server>) -> Ctx {
    let (request_id, region) = ("a-request".into(), "eu-west-1".into());
    let call = Call {
        endpoint: LOGIN_PAGE,
        request_id,
        region,
        caller: Caller::default(),
        asker: pools::Asker::Operator,
    };
    Ctx::new(Arc::clone(server), call, None)
}

#[tokio::test]
async fn a_user_signs_up_and_in_and_its_access_token_is_accepted() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without_operations");
    let _ = std::fs::remove_dir_all(&folder);
    let server = start(&folder);
    let ctx = request(&server);
    let new_pool = CreateUserPoolRequest {
        pool_name: "shop".into(),
        username_attributes: Some(vec![wire::idp::UsernameAttributeType::Email]),
        auto_verified_attributes: Some(vec![wire::idp::VerifiedAttributeType::Email]),
        ..CreateUserPoolRequest::default()
    };
    let pool_id = pools::user_pools::create(&ctx, new_pool).await.unwrap().id;
    let new_client = CreateUserPoolClientRequest {
        user_pool_id: pool_id,
        client_name: "web".into(),
        ..CreateUserPoolClientRequest::default()
    };
    let client_id = pools::clients::create(&request(&server), new_client).await.unwrap().client.id;

    let (name, password) = ("jo@example.com", "Correct-horse-7");
    let who =
        ByName { client_id: &client_id, proof: ClientProof::SecretHash(None), username: name };
    let email = AttributeType { name: "email".into(), value: Some(name.to_owned().into()) };
    let attributes = &[email];
    let account = SignUp { who, password: Some(password), attributes };
    let sub = sign_up(&request(&server), account).await.unwrap().sub;
    confirm_sign_up(&request(&server), who, "123456", false).await.unwrap();

    let ctx = request(&server);
    let (pool, client) = ctx.require_client(&client_id).await.unwrap();
    let wanted = Wanted::api();
    let (presenter, names) = (Presenter::Application, Names::SignIn);
    let (pool, client, client_proof, wanted) = (&pool, &client, who.proof, &wanted);
    let sign_in = SignIn { pool, client, client_proof, presenter, names, wanted };
    let wrong = sign_in.prove(&ctx, Proof::Password { name, password: "Wrong-horse-7" }).await;
    let Err(Error::Exception(refusal)) = wrong else { panic!("a wrong password is refused") };
    assert_eq!(refusal.message, "Incorrect username or password.");
    let step = sign_in.prove(&request(&server), Proof::Password { name, password }).await;
    let Ok(Step::SignedIn(signed_in)) = step else { panic!("a right password signs in") };
    assert_eq!(
        (signed_in.grant.token.user_id, signed_in.grant.token.amr),
        (sub.clone(), vec!["pwd".to_owned()])
    );
    let access_token = signed_in.tokens.access.unwrap();
    let access =
        require_access(&request(&server), &access_token, UserGone::NotFound).await.unwrap();
    assert_eq!(access.user.user_id, sub);
    server.shutdown().await;
}
