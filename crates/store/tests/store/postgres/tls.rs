//! TLS: the server's certificate must be signed by a trusted issuer and name the host.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use store::{OpenError, Postgres};
use testpg::Cluster;

use super::{migrate, open};

type Issuer = CertifiedIssuer<'static, KeyPair>;

fn issuer() -> Issuer {
    let mut params = CertificateParams::new([]).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key"))
        .expect("a certificate")
}

/// Writes a file that only the server's user can read.
fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    let owner = fs::metadata(folder).expect("the folder");
    chown(&path, Some(owner.uid()), Some(owner.gid())).expect("the server's user");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("permissions");
    path
}

#[tokio::test]
async fn certificates_are_verified() {
    let (ours, other) = (issuer(), issuer());
    let key = KeyPair::generate().expect("a key");
    // Only the server's address, not its name.
    let params = CertificateParams::new(["127.0.0.1".to_owned()]).expect("a name");
    let certificate = params.signed_by(&key, &ours).expect("a certificate");
    let cluster = Cluster::start();
    let file = |name: &str, text: &str| write(cluster.folder(), name, text);
    let certificate = file("server.pem", &certificate.pem());
    let key = file("server.key", &key.serialize_pem());
    cluster.set("ssl_cert_file", &certificate.to_string_lossy());
    cluster.set("ssl_key_file", &key.to_string_lossy());
    cluster.set("ssl", "on");
    migrate(&format!("{}?sslmode=disable", cluster.url())).await;

    let connect = async |host: &str, mode: &str, signer: Option<&PathBuf>| {
        let url = format!("{}?sslmode={mode}", cluster.url().replace("127.0.0.1", host));
        let store = open(Postgres { tls_ca_file: signer.cloned(), ..Postgres::new(url) });
        store.require_schema().await
    };
    let (ours, other) = (file("ours.pem", &ours.pem()), file("other.pem", &other.pem()));
    connect("127.0.0.1", "require", Some(&ours)).await.expect("a trusted server");
    connect("127.0.0.1", "prefer", Some(&ours)).await.expect("a trusted server");
    let is_refused = |outcome: Result<(), OpenError>| {
        let refused = outcome.expect_err("not to be trusted").to_string();
        assert!(refused.contains("certificate"), "{refused}");
    };
    is_refused(connect("127.0.0.1", "require", Some(&other)).await);
    is_refused(connect("127.0.0.1", "require", None).await);
    is_refused(connect("localhost", "require", Some(&ours)).await);

    cluster.set("ssl", "off");
    let refused =
        connect("127.0.0.1", "require", Some(&ours)).await.expect_err("the server speaks no TLS");
    assert!(matches!(refused, OpenError::Database(_)), "{refused:?}");
}
