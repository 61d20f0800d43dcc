//! Seed files. Input: their text.

use serde_json::{Value, json};
use server::seed::{Step, parse};

/// Parsed content is no larger than the file allows, and unchanged after it is written as JSON and
/// parsed.
pub fn seed(data: &[u8]) {
    let parsed = match parse(data) {
        Ok(parsed) => parsed,
        Err(malformed) => {
            return assert!(malformed.to_string().len() <= 1024 + 2 * data.len(), "{malformed}");
        }
    };
    let written = Value::from(parsed.steps.iter().map(written).collect::<Vec<_>>()).to_string();
    // YAML references that multiply each other would exceed this.
    assert!(written.len() <= 1024 + 64 * data.len(), "{} bytes of {}", written.len(), data.len());
    assert_eq!(parse(written.as_bytes()), Ok(parsed), "{written}");
}

fn written(step: &Step) -> Value {
    json!({ "operation": step.operation, "as": step.name, "id": step.id, "input": step.input })
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let yaml = r#"# A pool.
- operation: CreateUserPool
  as: pool
  id: us-east-1_Ab12Cd34E
  input: { PoolName: shop, Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false } } }
- operation: AdminCreateUser
  input:
    UserPoolId: ${pool.UserPool.Id}
    Username: "jo"
    UserAttributes: &attributes
      - { Name: email, Value: 'jo@example.com' }
    Text: |
      two
      lines
    Folded: >-
      one
      line
- operation: SignUp
  input: { UserAttributes: *attributes, Number: 1.5e3, Octal: 0o17, None: ~, Yes: yes }
"#;
    let json = r#"[{"operation":"CreateGroup","as":"g","input":{"GroupName":"a\u0000b","Precedence":-1}}]"#;
    let bomb = "- operation: &a [x, x]\n  input: { b: &b [*a, *a], c: &c [*b, *b], d: [*c, *c] }\n";
    [yaml, json, bomb, "[]", "--- \n...\n", "? x\n: y"]
        .map(|text| text.as_bytes().to_vec())
        .to_vec()
}
